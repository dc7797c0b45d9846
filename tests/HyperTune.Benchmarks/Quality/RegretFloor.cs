namespace HyperTune.Benchmarks;

/// <summary>What regrets of one problem are raised by before they are divided, so that 1e-9 against 1e-7 does not decide.</summary>
internal static class RegretFloor
{
    private const double Share = 3e-4;

    /// <summary>A share of random search's regret on the problem, or where that is not known of the largest of these studies.</summary>
    /// <param name="result">The studies that the others are compared with.</param>
    public static double Of(QualityResult result)
    {
        double scale = PeerFigures.Know(result.Problem) ? PeerFigures.Of(result.Problem).Random : result.Runs.Max(static run => run.Final);
        return (Share * scale) + double.Epsilon;
    }
}
