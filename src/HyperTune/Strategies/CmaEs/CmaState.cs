namespace HyperTune.Strategies.CmaEs;

/// <summary>All that CMA-ES knows between two generations. Never changed, only followed by another.</summary>
/// <param name="Regime">The run since the last restart.</param>
/// <param name="Gaussian">The distribution of the numeric coordinates; <see langword="null"/> where there are none.</param>
/// <param name="Categories">The probabilities of the unordered ones; <see langword="null"/> where there are none.</param>
/// <param name="Scales">A, the scale of each numeric coordinate, other than 1 only for discrete ones.</param>
/// <param name="Bests">The best values of the latest generations of the run, the oldest first.</param>
internal sealed record CmaState(CmaRegime Regime, CmaGaussian? Gaussian, CategoryDistribution? Categories, double[] Scales, double[] Bests)
{
    /// <summary>How many generations there were since the last restart.</summary>
    public int Generation { get; init; }
}
