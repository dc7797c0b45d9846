using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.CmaEs;

/// <summary>Where trials that were known before say that the search should begin.</summary>
/// <remarks>
/// Reference: M. Nomura et al., "Warm starting CMA-ES for hyperparameter optimization", AAAI 2021 (arXiv 2012.06932): the normal distribution nearest to one
/// narrow one around each of the best trials.
/// </remarks>
internal static class WarmStart
{
    // gamma and alpha of section 4: the share of trials that are promising, and the standard deviation around each.
    private const double BestShare = 0.1;
    private const double Width = 0.1;

    /// <summary>The mean and the covariance to begin with.</summary>
    /// <param name="given">The trials, best first; at least one completed.</param>
    /// <param name="dimensions">The number of numeric coordinates.</param>
    /// <param name="isSeparable">Whether correlations are left out.</param>
    /// <returns>The mean, the step size and the covariance, whose determinant is 1.</returns>
    public static (double[] Mean, double Step, ICovariance Covariance) From(ReadOnlySpan<RankedTrial> given, int dimensions, bool isSeparable)
    {
        ReadOnlySpan<RankedTrial> best = given[..Math.Max(1, (int)(BestShare * given.Length))];
        double[] mean = new double[dimensions];
        for (int j = 0; j < dimensions; j++)
        {
            mean[j] = MeanOf(best, j);
        }

        double[] covariance = new double[dimensions * dimensions];
        for (int j = 0; j < dimensions; j++)
        {
            for (int k = 0; k < dimensions; k++)
            {
                covariance[(j * dimensions) + k] = isSeparable && j != k ? 0 : CovarianceOf(best, mean, j, k) + (j == k ? Width * Width : 0);
            }
        }

        double logDeterminant = 0;
        if (isSeparable)
        {
            double[] variances = [.. Enumerable.Range(0, dimensions).Select(j => covariance[(j * dimensions) + j])];
            logDeterminant = variances.Sum(Math.Log);
            double square = Math.Exp(logDeterminant / dimensions);
            return (mean, Math.Sqrt(square), new DiagonalCovariance([.. variances.Select(value => value / square)]));
        }

        foreach (double deviation in new FullCovariance(covariance).Deviations)
        {
            logDeterminant += 2 * Math.Log(deviation);
        }

        double scale = Math.Exp(logDeterminant / dimensions);
        return (mean, Math.Sqrt(scale), new FullCovariance([.. covariance.Select(value => value / scale)]));
    }

    // A parameter that a trial does not have says nothing; where none has it, the middle is as good as any place.
    private static double MeanOf(ReadOnlySpan<RankedTrial> trials, int j)
    {
        double sum = 0;
        int count = 0;
        foreach (RankedTrial trial in trials)
        {
            if (!double.IsNaN(trial.Point[j]))
            {
                sum += trial.Point[j];
                count++;
            }
        }

        return count > 0 ? sum / count : 0.5;
    }

    private static double CovarianceOf(ReadOnlySpan<RankedTrial> trials, double[] mean, int j, int k)
    {
        double sum = 0;
        foreach (RankedTrial trial in trials)
        {
            double product = (trial.Point[j] - mean[j]) * (trial.Point[k] - mean[k]);
            sum += double.IsNaN(product) ? 0 : product;
        }

        return sum / trials.Length;
    }
}
