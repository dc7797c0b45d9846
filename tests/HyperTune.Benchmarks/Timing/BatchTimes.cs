namespace HyperTune.Benchmarks;

/// <summary>What one operation of a <see cref="Workload"/> took.</summary>
/// <param name="Name">The workload's name.</param>
/// <param name="MedianNanoseconds">The median over all batches.</param>
/// <param name="MinimumNanoseconds">The fastest batch: what the operation takes when nothing else runs.</param>
/// <param name="AllocatedBytes">Bytes allocated on the managed heap, the smallest over all batches.</param>
internal sealed record BatchTimes(string Name, double MedianNanoseconds, double MinimumNanoseconds, double AllocatedBytes)
{
    /// <summary>One figure a round: two workloads of a round met the same machine, so that their ratio is surer than either.</summary>
    public required IReadOnlyList<double> RoundNanoseconds { get; init; }

    /// <summary>How many times as long the other workload took, over the rounds.</summary>
    public Quartiles RatioOf(BatchTimes other) => Quartiles.Of(other.RoundNanoseconds.Zip(RoundNanoseconds, static (theirs, ours) => theirs / ours));
}
