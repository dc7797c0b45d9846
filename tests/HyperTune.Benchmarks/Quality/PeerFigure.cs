namespace HyperTune.Benchmarks;

/// <summary>A measured final regret.</summary>
/// <param name="Seeds">The number of studies behind it.</param>
/// <param name="Median">The median.</param>
/// <param name="Lower">The lower quartile.</param>
/// <param name="Upper">The upper quartile.</param>
/// <param name="At">The median after some numbers of trials, where known.</param>
internal sealed record PeerFigure(int Seeds, double Median, double Lower, double Upper, IReadOnlyDictionary<int, double>? At = null);
