namespace HyperTune.Resampling;

/// <summary>Folds of nearly equal size.</summary>
internal sealed class KFoldPlan(int sampleCount, int count, bool isShuffled, long? seed) : FoldPlan(sampleCount, count, seed)
{
    public override string ToString() => $"KFold({SampleCount} samples, {Count} folds{(isShuffled ? "" : ", in order")})";

    internal override List<Partition> Draw(ref RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, SampleCount)];
        if (isShuffled)
        {
            random.Shuffle(order.AsSpan());
        }

        // Sample number i of n is in fold floor(i k / n): contiguous, and of sizes that differ by at most one.
        int[] foldOf = new int[SampleCount];
        for (int i = 0; i < order.Length; i++)
        {
            foldOf[order[i]] = (int)((long)i * Count / SampleCount);
        }

        return Partition.OfAll(foldOf, Count);
    }
}
