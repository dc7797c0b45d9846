using HyperTune.Pruning.Wilcoxon;
using MathNet.Numerics;

namespace HyperTune.Pruning.Race;

/// <summary>What the differences on some folds say about all of them.</summary>
internal static class PairedTest
{
    // As many folds as the typical variance counts for.
    private const double TypicalDegrees = 4;

    // The skewness of three values is at most 0.71, that of n at most (n - 2) / sqrt(n - 1).
    private const double LargeSkewness = 1;

    /// <summary>Tests the differences of a trial that is under way.</summary>
    /// <param name="differences">The differences on the folds so far; finite, at least 2.</param>
    /// <param name="foldCount">How many folds there are in all.</param>
    /// <param name="typicalVariance">What the variance of differences typically is; not a number where that is not known.</param>
    /// <returns>
    /// The probability, if only chance were at work, of a mean at least as large as that of the differences; and the probability that the mean over all folds will
    /// not be positive. Both are 1 where the mean is not positive, and the second is where it is not known.
    /// </returns>
    public static (double Chance, double Recovery) Run(ReadOnlySpan<double> differences, int foldCount, double typicalVariance)
    {
        int n = differences.Length;
        double mean = Mean(differences);
        double variance = Variance(differences);
        if (!(mean > 0) || !double.IsFinite(mean) || !double.IsFinite(variance) || foldCount < 2)
        {
            return (1, 1);
        }

        if (Math.Abs(Skewness(differences, mean, variance)) > LargeSkewness)
        {
            return (SignedRankTest.ProbabilityOfLargerSum(differences), 1);
        }

        double degrees = n - 1;
        if (!double.IsNaN(typicalVariance))
        {
            variance = ((TypicalDegrees * typicalVariance) + (degrees * variance)) / (TypicalDegrees + degrees);
            degrees += TypicalDegrees;
        }

        // n_test / n_train = 1 / (k - 1). Of the mean over all folds n are known, and the k - n others are draws of the same kind: what is left of its variance
        // is s^2 (1/n - 1/k).
        return (
            Tail(mean, variance * ((1.0 / n) + (1.0 / (foldCount - 1))), degrees),
            n < foldCount ? Tail(mean, variance * ((1.0 / n) - (1.0 / foldCount)), degrees) : 0);
    }

    /// <summary>The unbiased variance of differences.</summary>
    public static double Variance(ReadOnlySpan<double> differences)
    {
        double mean = Mean(differences);
        double sum = 0;
        foreach (double difference in differences)
        {
            sum += (difference - mean) * (difference - mean);
        }

        return sum / (differences.Length - 1);
    }

    /// <summary>The probability that a variable with Student's distribution is at least <paramref name="t"/>, which is positive.</summary>
    public static double UpperTail(double t, double degrees)
        => double.IsFinite(t) ? 0.5 * SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + (t * t))) : 0;

    private static double Tail(double mean, double variance, double degrees) => variance > 0 ? UpperTail(mean / Math.Sqrt(variance), degrees) : 0;

    private static double Mean(ReadOnlySpan<double> differences)
    {
        double sum = 0;
        foreach (double difference in differences)
        {
            sum += difference;
        }

        return sum / differences.Length;
    }

    // Of the sample: the mean cube over the root of the mean square, cubed.
    private static double Skewness(ReadOnlySpan<double> differences, double mean, double variance)
    {
        double deviation = Math.Sqrt(variance * (differences.Length - 1) / differences.Length);
        if (deviation <= 0)
        {
            return 0;
        }

        double sum = 0;
        foreach (double difference in differences)
        {
            double standard = (difference - mean) / deviation;
            sum += standard * standard * standard;
        }

        return sum / differences.Length;
    }
}
