namespace HyperTune.Resampling;

/// <summary>Another plan's folds, drawn several times.</summary>
internal sealed class RepeatedPlan(FoldPlan inner, int times) : FoldPlan(inner.SampleCount, checked(inner.Count * times), inner.Seed)
{
    public override string ToString() => $"{times} x {inner}";

    internal override List<Partition> Draw(ref RandomStream random)
    {
        var partitions = new List<Partition>(Count);
        for (int i = 0; i < times; i++)
        {
            partitions.AddRange(inner.Draw(ref random));
        }

        return partitions;
    }
}
