using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>
/// How promising a point is with one objective: the logarithm of the expected improvement, plus those of the probabilities that the config works at all and
/// that it keeps each limit.
/// </summary>
/// <param name="process">The model of the objective, running trials appended.</param>
/// <param name="improvement">The improvement to expect from a prediction; <see langword="null"/> where only the factors count.</param>
/// <param name="factors">What has to hold; empty while everything does.</param>
internal sealed class AcquisitionFunction(GaussianProcess process, LogExpectedImprovement? improvement, params FeasibilityFactor[] factors) : AcquisitionCriterion
{
    private readonly BatchPrediction _batch = new();
    private readonly PointPrediction _point = new();
    private readonly double[] _pendingSlopes = new double[process.Count - process.OutputCount];
    private double[] _means = [];
    private double[] _variances = [];
    private double[] _pending = [];

    public override Hyperparameters Hyperparameters => process.Kernel.Hyperparameters;

    public override int ModelSize => process.Count;

    public override void Score(PointSet candidates, Span<double> scores)
    {
        int room = BatchPrediction.Room(candidates.Count);
        if (_means.Length < room)
        {
            _means = new double[room];
            _variances = new double[room];
            _pending = new double[room * _pendingSlopes.Length];
        }

        scores[..candidates.Count].Clear();
        if (improvement is not null)
        {
            _batch.Predict(process, candidates, _means, _variances, _pending);
            for (int i = 0; i < candidates.Count; i++)
            {
                scores[i] = improvement.Evaluate(_means[i], _variances[i], _pending.AsSpan(Math.Min(i, _pending.Length)), room);
            }
        }

        foreach (FeasibilityFactor factor in factors)
        {
            factor.AddTo(candidates, _means, _variances, scores);
        }
    }

    public override double Evaluate(ReadOnlySpan<double> point)
    {
        double score = 0;
        if (improvement is not null)
        {
            _point.Predict(process, point);
            score = improvement.Evaluate(_point.Mean, _point.Variance, Pending, 1);
        }

        foreach (FeasibilityFactor factor in factors)
        {
            score += factor.Evaluate(point);
        }

        return score;
    }

    public override void WriteGradient(Span<double> gradient)
    {
        gradient.Clear();
        if (improvement is not null)
        {
            (_, double meanSlope, double varianceSlope) = improvement.Differentiate(_point.Mean, _point.Variance, Pending, _pendingSlopes);
            _point.AddGradient(process, meanSlope, varianceSlope, _pendingSlopes, gradient);
        }

        foreach (FeasibilityFactor factor in factors)
        {
            factor.AddGradient(gradient);
        }
    }

    private ReadOnlySpan<double> Pending => _point.Whitened.Slice(process.OutputCount, _pendingSlopes.Length);
}
