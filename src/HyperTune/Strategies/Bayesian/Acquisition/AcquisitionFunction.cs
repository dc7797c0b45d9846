using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics.Normal;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>How promising a point is: the logarithm of the expected improvement, plus that of the probability that the config works at all.</summary>
/// <param name="process">The model of the objective, running trials appended.</param>
/// <param name="improvement">The improvement to expect from a prediction.</param>
/// <param name="feasibility">A model of 1 for trials that worked and 0 for others; <see langword="null"/> while all work.</param>
internal sealed class AcquisitionFunction(GaussianProcess process, LogExpectedImprovement improvement, GaussianProcess? feasibility)
{
    // A config counts as working when the model of ones and zeros lies above the middle.
    private const double FeasibilityThreshold = 0.5;
    private const double SmallestVariance = 1e-12;

    private readonly BatchPrediction _batch = new();
    private readonly PointPrediction _point = new();
    private readonly PointPrediction _feasibilityPoint = new();
    private readonly double[] _pendingSlopes = new double[process.Count - process.OutputCount];
    private double[] _means = [];
    private double[] _variances = [];
    private double[] _pending = [];

    /// <summary>The model of the objective.</summary>
    public GaussianProcess Process => process;

    /// <summary>Scores all points of a set.</summary>
    public void Score(PointSet candidates, Span<double> scores)
    {
        int room = BatchPrediction.Room(candidates.Count);
        if (_means.Length < room)
        {
            _means = new double[room];
            _variances = new double[room];
            _pending = new double[room * _pendingSlopes.Length];
        }

        _batch.Predict(process, candidates, _means, _variances, _pending);
        for (int i = 0; i < candidates.Count; i++)
        {
            scores[i] = improvement.Evaluate(_means[i], _variances[i], _pending.AsSpan(Math.Min(i, _pending.Length)), room);
        }

        if (feasibility is not null)
        {
            _batch.Predict(feasibility, candidates, _means, _variances, []);
            for (int i = 0; i < candidates.Count; i++)
            {
                scores[i] += NormalTail.LogCdf((_means[i] - FeasibilityThreshold) / Math.Sqrt(_variances[i] + SmallestVariance)).Value;
            }
        }
    }

    /// <summary>The score of one point.</summary>
    public double Evaluate(ReadOnlySpan<double> point)
    {
        _point.Predict(process, point);
        double score = improvement.Evaluate(_point.Mean, _point.Variance, Pending, 1);
        if (feasibility is not null)
        {
            _feasibilityPoint.Predict(feasibility, point);
            score += NormalTail.LogCdf(FeasibilityZ).Value;
        }

        return score;
    }

    /// <summary>Writes the gradient of the score at the point evaluated last; entries of categorical dimensions are 0.</summary>
    public void WriteGradient(Span<double> gradient)
    {
        gradient.Clear();
        (_, double meanSlope, double varianceSlope) = improvement.Differentiate(_point.Mean, _point.Variance, Pending, _pendingSlopes);
        _point.AddGradient(process, meanSlope, varianceSlope, _pendingSlopes, gradient);
        if (feasibility is not null)
        {
            double z = FeasibilityZ;
            double slope = NormalTail.LogCdf(z).Slope;
            double variance = _feasibilityPoint.Variance + SmallestVariance;
            _feasibilityPoint.AddGradient(feasibility, slope / Math.Sqrt(variance), -0.5 * slope * z / variance, [], gradient);
        }
    }

    private ReadOnlySpan<double> Pending => _point.Whitened.Slice(process.OutputCount, _pendingSlopes.Length);

    private double FeasibilityZ => (_feasibilityPoint.Mean - FeasibilityThreshold) / Math.Sqrt(_feasibilityPoint.Variance + SmallestVariance);
}
