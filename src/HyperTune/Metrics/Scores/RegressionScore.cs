using HyperTune.Metrics.Scores;
using HyperTune.Text;

namespace HyperTune;

/// <summary>How good predictions of numbers are.</summary>
/// <remarks>
/// <para>Each method is marked with its direction, and the compiler warns of a study that goes the other way (HT4006).</para>
/// <para>
/// Weights are one finite number of at least 0 for each sample, with a sum above 0, or none at all, which is 1 for each. A sample of weight 2 counts as two, and
/// one of weight 0 as if it were not there.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// double error = RegressionScore.RootMeanSquaredError(expected, predicted);
/// double upper = RegressionScore.QuantileLoss(expected, predicted, quantile: 0.9, weights);
/// </code>
/// </example>
public static class RegressionScore
{
    /// <summary>MAE, the mean distance of the prediction: 0 or more, in the unit of the values; smaller is better.</summary>
    /// <param name="expected">The true value of each sample; at least one.</param>
    /// <param name="predicted">The predicted value of each sample.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, a value is not finite, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Minimize)]
    public static double MeanAbsoluteError(ReadOnlySpan<double> expected, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        SampleWeights checkedWeights = Check(expected, predicted, weights);
        double sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                sum += checkedWeights[i] * Math.Abs(expected[i] - predicted[i]);
            }
        }

        return sum / checkedWeights.Total;
    }

    /// <summary>RMSE, the root of the mean squared distance of the prediction: 0 or more, in the unit of the values; smaller is better. Large errors count most.</summary>
    /// <param name="expected">The true value of each sample; at least one.</param>
    /// <param name="predicted">The predicted value of each sample.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">There are no samples, not as many of one as of the other, a value is not finite, or the weights are not valid.</exception>
    [Score(OptimizationDirection.Minimize)]
    public static double RootMeanSquaredError(ReadOnlySpan<double> expected, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        SampleWeights checkedWeights = Check(expected, predicted, weights);
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            largest = checkedWeights[i] > 0 ? Math.Max(largest, Math.Abs(expected[i] - predicted[i])) : largest;
        }

        // In units of the largest error, no square overflows or vanishes.
        if (largest == 0 || double.IsInfinity(largest))
        {
            return largest;
        }

        double sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                double error = (expected[i] - predicted[i]) / largest;
                sum += checkedWeights[i] * error * error;
            }
        }

        return largest * Math.Sqrt(sum / checkedWeights.Total);
    }

    /// <summary>MAPE, the mean distance of the prediction as a share of the true value: 0 or more, where 0.1 is 10%; smaller is better.</summary>
    /// <param name="expected">The true value of each sample, none of them 0; at least one.</param>
    /// <param name="predicted">The predicted value of each sample.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">
    /// There are no samples, not as many of one as of the other, an expected value is 0, a value is not finite, or the weights are not valid.
    /// </exception>
    [Score(OptimizationDirection.Minimize)]
    public static double MeanAbsolutePercentageError(ReadOnlySpan<double> expected, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        SampleWeights checkedWeights = Check(expected, predicted, weights);
        double sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                if (expected[i] == 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(expected), expected[i], $"The value at {i} of expected must not be 0, of which no error is a percentage.");
                }

                sum += checkedWeights[i] * Math.Abs((expected[i] - predicted[i]) / expected[i]);
            }
        }

        return sum / checkedWeights.Total;
    }

    /// <summary>
    /// R², the share of the values' variance that the prediction explains: at most 1, larger is better. Always predicting their mean gives 0, and what is worse
    /// than that is below 0, without an end.
    /// </summary>
    /// <remarks>1 - Σ w (y - ŷ)² / Σ w (y - ȳ)², with the weighted mean ȳ. It is not the square of a correlation.</remarks>
    /// <param name="expected">The true value of each sample; at least two different ones.</param>
    /// <param name="predicted">The predicted value of each sample.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">
    /// There are no samples, not as many of one as of the other, all expected values are the same, a value is not finite, or the weights are not valid.
    /// </exception>
    [Score(OptimizationDirection.Maximize)]
    public static double R2(ReadOnlySpan<double> expected, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        SampleWeights checkedWeights = Check(expected, predicted, weights);
        double mean = 0;
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                mean += checkedWeights[i] / checkedWeights.Total * expected[i];
                low = Math.Min(low, expected[i]);
                high = Math.Max(high, expected[i]);
            }
        }

        if (low == high)
        {
            throw new ArgumentException($"All expected values are {NumberFormat.Invariant(low)}; there must be at least two different ones.", nameof(expected));
        }

        // In units of half the range, no square overflows or vanishes.
        double unit = (high / 2) - (low / 2);
        double unexplained = 0;
        double total = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                double error = (expected[i] - predicted[i]) / unit;
                double deviation = (expected[i] - mean) / unit;
                unexplained += checkedWeights[i] * error * error;
                total += checkedWeights[i] * deviation * deviation;
            }
        }

        return 1 - (unexplained / total);
    }

    /// <summary>
    /// The quantile or pinball loss: 0 or more, in the unit of the values; smaller is better. It is smallest in the mean for predictions that are the given
    /// quantile of the values, for instance that 90% of them do not exceed.
    /// </summary>
    /// <remarks>The mean of q (y - ŷ) where the value y is above the prediction ŷ, and of (1 - q) (ŷ - y) where it is below. At 0.5 it is half the MAE.</remarks>
    /// <param name="expected">The true value of each sample; at least one.</param>
    /// <param name="predicted">The predicted quantile of each sample.</param>
    /// <param name="quantile">Which quantile is predicted; above 0 and below 1.</param>
    /// <param name="weights">The weight of each sample, or none.</param>
    /// <exception cref="ArgumentException">
    /// There are no samples, not as many of one as of the other, the quantile is outside (0, 1), a value is not finite, or the weights are not valid.
    /// </exception>
    [Score(OptimizationDirection.Minimize)]
    public static double QuantileLoss(ReadOnlySpan<double> expected, ReadOnlySpan<double> predicted, double quantile, ReadOnlySpan<double> weights = default)
    {
        if (!(quantile > 0 && quantile < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "The quantile must be above 0 and below 1.");
        }

        SampleWeights checkedWeights = Check(expected, predicted, weights);
        double sum = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                double error = expected[i] - predicted[i];
                sum += checkedWeights[i] * (error >= 0 ? quantile * error : (quantile - 1) * error);
            }
        }

        return sum / checkedWeights.Total;
    }

    private static SampleWeights Check(ReadOnlySpan<double> expected, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights)
    {
        SampleWeights checkedWeights = Samples.Check(expected.Length, predicted.Length, nameof(predicted), weights);
        for (int i = 0; i < expected.Length; i++)
        {
            if (checkedWeights[i] > 0)
            {
                Samples.CheckFinite(expected[i], i, nameof(expected));
                Samples.CheckFinite(predicted[i], i, nameof(predicted));
            }
        }

        return checkedWeights;
    }
}
