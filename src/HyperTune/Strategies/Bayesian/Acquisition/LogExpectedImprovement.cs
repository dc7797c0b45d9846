using HyperTune.Numerics.Normal;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>The logarithm of the improvement to be expected over the target, averaged over what running trials may turn out to be.</summary>
/// <remarks>
/// <code>
/// LogEI = ln sigma + ln h((f* - mu) / sigma),   h(z) = phi(z) + z Phi(z)
/// LogAEI = LogEI + ln(1 - sqrt(n / (sigma^2 + n))),   n the variance of the noise
/// </code>
/// The second term, zero without noise, lowers the value of trying once more what is already known as well as the noise allows: without it a noisy
/// study keeps measuring its best config. With running trials, ln of the mean over fantasies s of sigma h((f*_s - mu_s) / sigma): given a fantasy the
/// candidate's own outcome is Gaussian, so that only the running trials are drawn. References: S. Ament et al., "Unexpected improvements to expected
/// improvement for Bayesian optimization", NeurIPS 2023; J. Snoek et al., "Practical Bayesian optimization of machine learning algorithms", NeurIPS
/// 2012; D. Huang et al., "Global optimization of stochastic black-box systems via sequential kriging meta-models", J. Global Optim. 34, 2006,
/// equation 12.
/// </remarks>
/// <param name="target">The value to improve on.</param>
/// <param name="fantasies">Draws of the running trials; <see langword="null"/> when there are none.</param>
/// <param name="noiseVariance">The variance of an observation around the function; 0 takes observations for exact.</param>
internal sealed class LogExpectedImprovement(double target, Fantasies? fantasies, double noiseVariance = 0)
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
        double factor = Math.Log(deviation) + Discount(deviation).Value;
        if (fantasies is null)
        {
            return factor + NormalTail.LogImprovement((target - mean) / deviation).Value;
        }

        double largest = double.NegativeInfinity;
        for (int draw = 0; draw < Fantasies.Count; draw++)
        {
            _values[draw] = NormalTail.LogImprovement((fantasies.Target(draw) - mean - Shift(draw, pending, stride)) / deviation).Value;
            largest = Math.Max(largest, _values[draw]);
        }

        double sum = 0;
        foreach (double value in _values)
        {
            sum += Math.Exp(value - largest);
        }

        return factor + largest + Math.Log(sum / Fantasies.Count);
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
        (double discount, double varianceSlope) = Discount(deviation);
        if (fantasies is null)
        {
            (_, double cdf, double density) = NormalTail.LogImprovement((target - mean) / deviation);
            return (value, -cdf / deviation, varianceSlope + (density / (2 * deviation * deviation)));
        }

        double meanSlope = 0;
        pendingSlopes.Clear();
        double offset = Math.Log(deviation) + discount - value - Math.Log(Fantasies.Count);
        for (int draw = 0; draw < Fantasies.Count; draw++)
        {
            double share = Math.Exp(_values[draw] + offset);
            (_, double cdf, double density) = NormalTail.LogImprovement((fantasies.Target(draw) - mean - Shift(draw, pending, 1)) / deviation);
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

    // ln(1 - 1/s) with s = sqrt(1 + u) and u = sigma^2 / n, written so that nothing cancels for small u, and its derivative by the variance.
    private (double Value, double VarianceSlope) Discount(double deviation)
    {
        if (noiseVariance <= 0)
        {
            return (0, 0);
        }

        double u = deviation * deviation / noiseVariance;
        double s = Math.Sqrt(1 + u);
        return (Math.Log(u / (s * (s + 1))), ((1 / u) - (((2 * s) + 1) / (2 * s * s * (s + 1)))) / noiseVariance);
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
