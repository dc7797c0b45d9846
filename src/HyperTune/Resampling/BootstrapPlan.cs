namespace HyperTune.Resampling;

/// <summary>Folds that train on as many draws with replacement as there are samples, and validate with those that were not drawn.</summary>
internal sealed class BootstrapPlan(int sampleCount, int count, long? seed) : FoldPlan(sampleCount, count, seed)
{
    public override string ToString() => $"Bootstrap({SampleCount} samples, {Count} resamples)";

    internal override List<Partition> Draw(ref RandomStream random)
    {
        var partitions = new List<Partition>(Count);
        while (partitions.Count < Count)
        {
            int[] train = new int[SampleCount];
            var isDrawn = new bool[SampleCount];
            for (int i = 0; i < train.Length; i++)
            {
                train[i] = (int)random.NextInteger(SampleCount);
                isDrawn[train[i]] = true;
            }

            // Of very few samples all may have been drawn; such a resample is drawn again.
            int[] validation = [.. Enumerable.Range(0, SampleCount).Where(sample => !isDrawn[sample])];
            if (validation.Length > 0)
            {
                Array.Sort(train);
                partitions.Add(new Partition(train, validation));
            }
        }

        return partitions;
    }
}
