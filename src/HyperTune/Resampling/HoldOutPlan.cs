using HyperTune.Text;

namespace HyperTune.Resampling;

/// <summary>A single fold, which validates with a share of the samples.</summary>
internal sealed class HoldOutPlan(int sampleCount, double share, long? seed) : FoldPlan(sampleCount, 1, seed)
{
    public override string ToString() => $"HoldOut({SampleCount} samples, share {NumberFormat.Invariant(share)})";

    internal override List<Partition> Draw(ref RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, SampleCount)];
        random.Shuffle(order.AsSpan());
        int size = Math.Clamp((int)Math.Round(share * SampleCount), 1, SampleCount - 1);
        Array.Sort(order, 0, size);
        Array.Sort(order, size, SampleCount - size);
        return [new Partition(order[size..], order[..size])];
    }
}
