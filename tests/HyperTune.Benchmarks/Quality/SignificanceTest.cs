using HyperTune.Pruning.Wilcoxon;

namespace HyperTune.Benchmarks;

/// <summary>Whether paired studies differ by more than chance.</summary>
internal static class SignificanceTest
{
    /// <summary>The probability of the signed-rank test that chance alone makes paired studies differ as much as these, in either direction.</summary>
    /// <param name="differences">The differences by pair; finite. Zeros speak for neither side.</param>
    public static double TwoSided(IReadOnlyList<double> differences) => Math.Min(1, 2 * Math.Min(Above(differences), Below(differences)));

    /// <summary>Whether the positive differences have the larger sum of ranks.</summary>
    /// <param name="differences">The differences by pair; finite.</param>
    public static bool AreLarger(IReadOnlyList<double> differences) => Above(differences) < Below(differences);

    /// <summary>Raises the probabilities of several tests so that one below a level is as unlikely as if there were a single test.</summary>
    /// <remarks>Reference: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979.</remarks>
    /// <param name="probabilities">The probability of each test.</param>
    /// <returns>The raised ones, in the same order.</returns>
    public static double[] Holm(IReadOnlyList<double> probabilities)
    {
        double[] raised = new double[probabilities.Count];
        double largest = 0;
        int left = probabilities.Count;
        foreach (int test in Enumerable.Range(0, probabilities.Count).OrderBy(test => probabilities[test]))
        {
            largest = Math.Max(largest, Math.Min(1, left * probabilities[test]));
            raised[test] = largest;
            left--;
        }

        return raised;
    }

    private static double Above(IReadOnlyList<double> differences) => SignedRankTest.ProbabilityOfLargerSum([.. differences]);

    private static double Below(IReadOnlyList<double> differences) => SignedRankTest.ProbabilityOfLargerSum([.. differences.Select(static difference => -difference)]);
}
