using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics.Normal;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>The logarithm of the probability that a modelled quantity lies below a threshold, or above it: ln Phi of the distance in deviations.</summary>
/// <remarks>
/// For limits: J. Gardner et al., "Bayesian optimization with inequality constraints", ICML 2014. Kept as a logarithm, so that many limits multiply without
/// vanishing.
/// </remarks>
/// <param name="process">The model of the quantity.</param>
/// <param name="threshold">The limit, on the model's scale.</param>
/// <param name="isAbove">Whether values above it are good, not those below.</param>
/// <param name="weight">How many times it counts.</param>
internal sealed class FeasibilityFactor(GaussianProcess process, double threshold, bool isAbove, double weight = 1)
{
    private const double SmallestVariance = 1e-12;

    private readonly BatchPrediction _batch = new();
    private readonly PointPrediction _point = new();
    private readonly double _sign = isAbove ? 1 : -1;

    /// <summary>Adds the factor of all points of a set to their scores.</summary>
    /// <param name="candidates">The points.</param>
    /// <param name="means">Working room of <see cref="BatchPrediction.Room"/>.</param>
    /// <param name="variances">As much room.</param>
    /// <param name="scores">The scores.</param>
    public void AddTo(PointSet candidates, Span<double> means, Span<double> variances, Span<double> scores)
    {
        _batch.Predict(process, candidates, means, variances, []);
        for (int i = 0; i < candidates.Count; i++)
        {
            scores[i] += weight * NormalTail.LogCdf(Distance(means[i], variances[i])).Value;
        }
    }

    /// <summary>The factor of one point.</summary>
    public double Evaluate(ReadOnlySpan<double> point)
    {
        _point.Predict(process, point);
        return weight * NormalTail.LogCdf(Distance(_point.Mean, _point.Variance)).Value;
    }

    /// <summary>Adds the gradient at the point evaluated last.</summary>
    public void AddGradient(Span<double> gradient)
    {
        double z = Distance(_point.Mean, _point.Variance);
        double slope = weight * NormalTail.LogCdf(z).Slope;
        double variance = _point.Variance + SmallestVariance;
        _point.AddGradient(process, _sign * slope / Math.Sqrt(variance), -0.5 * slope * z / variance, [], gradient);
    }

    private double Distance(double mean, double variance) => _sign * (mean - threshold) / Math.Sqrt(variance + SmallestVariance);
}
