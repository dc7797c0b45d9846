namespace HyperTune.Benchmarks;

/// <summary>A loss, and by how much the square of the distance from a disk's middle exceeds that of its radius.</summary>
[Metrics]
internal readonly partial record struct DiskLoss([Minimize] double Loss, [AtMost(0)] double Excess);
