using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>
/// How promising a point is under a model that has seen derivatives: the logarithm of the expected improvement, plus those of the probabilities that the config works at
/// all and that it keeps each limit.
/// </summary>
/// <param name="process">The model of the objective, running trials among its points.</param>
/// <param name="improvement">The improvement to expect from a prediction.</param>
/// <param name="factors">What has to hold; empty while everything does.</param>
internal sealed class DerivativeAcquisition(DerivativeProcess process, LogExpectedImprovement improvement, params FeasibilityFactor[] factors) : AcquisitionCriterion
{
    private double[] _means = [];
    private double[] _variances = [];
    private (double Mean, double Variance) _prediction;

    public override Hyperparameters Hyperparameters { get; } = new()
    {
        LengthScales = process.Kernel.Lengths,
        AdditiveLengthScales = process.Kernel.Lengths,
        SignalVariance = process.Kernel.SignalVariance,
        AdditiveVariance = 0,
        NoiseVariance = process.Kernel.SignalVariance * process.Kernel.NoiseShare,
    };

    public override int ModelSize => process.RowCount;

    public override void Score(PointSet candidates, Span<double> scores)
    {
        double[] point = new double[candidates.Dimension];
        for (int i = 0; i < candidates.Count; i++)
        {
            candidates.CopyTo(i, point);
            (double mean, double variance) = process.Predict(point);
            scores[i] = improvement.Evaluate(mean, variance, [], 1);
        }

        int room = BatchPrediction.Room(candidates.Count);
        if (factors.Length > 0 && _means.Length < room)
        {
            _means = new double[room];
            _variances = new double[room];
        }

        foreach (FeasibilityFactor factor in factors)
        {
            factor.AddTo(candidates, _means, _variances, scores);
        }
    }

    public override double Evaluate(ReadOnlySpan<double> point)
    {
        _prediction = process.Predict(point);
        double score = improvement.Evaluate(_prediction.Mean, _prediction.Variance, [], 1);
        foreach (FeasibilityFactor factor in factors)
        {
            score += factor.Evaluate(point);
        }

        return score;
    }

    public override void WriteGradient(Span<double> gradient)
    {
        gradient.Clear();
        (_, double meanSlope, double varianceSlope) = improvement.Differentiate(_prediction.Mean, _prediction.Variance, [], []);
        process.AddGradient(meanSlope, varianceSlope, gradient);
        foreach (FeasibilityFactor factor in factors)
        {
            factor.AddGradient(gradient);
        }
    }
}
