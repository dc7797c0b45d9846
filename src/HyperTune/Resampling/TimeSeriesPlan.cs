namespace HyperTune.Resampling;

/// <summary>Folds in the order of time: each trains on what lies before what it validates with.</summary>
internal sealed class TimeSeriesPlan(int sampleCount, int count, int gap, int validationSize, int? window) : FoldPlan(sampleCount, count, seed: null)
{
    public override string ToString()
        => $"TimeSeries({SampleCount} samples, {Count} folds of {validationSize}, gap {gap}{(window is { } size ? $", window {size}" : "")})";

    internal override List<Partition> Draw(ref RandomStream random)
    {
        var partitions = new List<Partition>(Count);
        for (int fold = 0; fold < Count; fold++)
        {
            int start = SampleCount - ((Count - fold) * validationSize);
            int end = start - gap;
            int first = window is { } size ? Math.Max(0, end - size) : 0;
            partitions.Add(new Partition([.. Enumerable.Range(first, end - first)], [.. Enumerable.Range(start, validationSize)]));
        }

        return partitions;
    }
}
