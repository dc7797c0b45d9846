namespace HyperTune.Resampling;

/// <summary>Folds of nearly equal size that keep the samples of a group together.</summary>
internal sealed class GroupedPlan(Categories groups, int count, long? seed) : FoldPlan(groups.Numbers.Length, count, seed)
{
    public override string ToString() => $"Grouped({SampleCount} samples of {groups.Count} groups, {Count} folds)";

    internal override List<Partition> Draw(ref RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, groups.Count)];
        random.Shuffle(order.AsSpan());

        // The largest first, each to the smallest fold: no two folds then differ by more than the largest group has. The sort is stable.
        int[] foldOfGroup = new int[groups.Count];
        int[] sizes = new int[Count];
        foreach (int group in order.OrderByDescending(group => groups.Sizes[group]))
        {
            int smallest = Array.IndexOf(sizes, sizes.Min());
            foldOfGroup[group] = smallest;
            sizes[smallest] += groups.Sizes[group];
        }

        return Partition.OfAll([.. groups.Numbers.Select(group => foldOfGroup[group])], Count);
    }
}
