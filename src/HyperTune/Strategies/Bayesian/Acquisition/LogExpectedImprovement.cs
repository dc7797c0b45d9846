namespace HyperTune;

/// <summary>The logarithm of the improvement to be expected over the target, averaged over what running trials may turn out to be.</summary>
/// <remarks>
/// <code>
/// LogEI = ln sigma + ln h((f* - mu) / sigma),   h(z) = phi(z) + z Phi(z)
/// </code>
/// With running trials, ln of the mean over fantasies s of sigma h((f*_s - mu_s) / sigma): given a fantasy the candidate's own outcome is Gaussian,
/// so that only the running trials are drawn. References: S. Ament et al., "Unexpected improvements to expected improvement for Bayesian
/// optimization", NeurIPS 2023; J. Snoek et al., "Practical Bayesian optimization of machine learning algorithms", NeurIPS 2012.
/// </remarks>
internal sealed class LogExpectedImprovement(double target, Fantasies? fantasies)
{
    // Keeps the deviation positive at observed points.
    private const double SmallestVariance = 1e-12;

    private readonly double[] _values = new double[Fantasies.Count];

    /// <summary>The value.</summary>
    /// <param name="mean">The mean at the candidate, on the scale where smaller is better.</param>
    /// <param name="variance">The variance there, running trials taken into account.</param>
    /// <param name="pending">The whitened covariances with the running trials, <paramref name="stride"/> apart.</param>
    /// <param name="stride">The distance between them.</param>
    public double Evaluate(double mean, double variance, ReadOnlySpan<double> pending, int stride)
    {
        double deviation = Math.Sqrt(variance + SmallestVariance);
        if (fantasies is null)
        {
            return Math.Log(deviation) + LogNormalTail.LogImprovement((target - mean) / deviation).Value;
        }

        double largest = double.NegativeInfinity;
        for (int draw = 0; draw < Fantasies.Count; draw++)
        {
            _values[draw] = LogNormalTail.LogImprovement((fantasies.Target(draw) - mean - Shift(draw, pending, stride)) / deviation).Value;
            largest = Math.Max(largest, _values[draw]);
        }

        double sum = 0;
        foreach (double value in _values)
        {
            sum += Math.Exp(value - largest);
        }

        return Math.Log(deviation) + largest + Math.Log(sum / Fantasies.Count);
    }

    /// <summary>The value with its derivatives by the mean, the variance and the whitened covariances with running trials.</summary>
    public (double Value, double MeanSlope, double VarianceSlope) Differentiate(
        double mean,
        double variance,
        ReadOnlySpan<double> pending,
        Span<double> pendingSlopes)
    {
        double deviation = Math.Sqrt(variance + SmallestVariance);
        double value = Evaluate(mean, variance, pending, 1);
        if (fantasies is null)
        {
            (_, double cdf, double density) = LogNormalTail.LogImprovement((target - mean) / deviation);
            return (value, -cdf / deviation, density / (2 * deviation * deviation));
        }

        double meanSlope = 0;
        double varianceSlope = 0;
        pendingSlopes.Clear();
        double offset = Math.Log(deviation) - value - Math.Log(Fantasies.Count);
        for (int draw = 0; draw < Fantasies.Count; draw++)
        {
            double share = Math.Exp(_values[draw] + offset);
            (_, double cdf, double density) = LogNormalTail.LogImprovement((fantasies.Target(draw) - mean - Shift(draw, pending, 1)) / deviation);
            double slope = -share * cdf / deviation;
            meanSlope += slope;
            varianceSlope += share * density / (2 * deviation * deviation);
            ReadOnlySpan<double> normals = fantasies.Normals(draw);
            for (int i = 0; i < normals.Length; i++)
            {
                pendingSlopes[i] += slope * normals[i];
            }
        }

        return (value, meanSlope, varianceSlope);
    }

    private double Shift(int draw, ReadOnlySpan<double> pending, int stride)
    {
        double shift = 0;
        ReadOnlySpan<double> normals = fantasies!.Normals(draw);
        for (int i = 0; i < normals.Length; i++)
        {
            shift += normals[i] * pending[i * stride];
        }

        return shift;
    }
}
