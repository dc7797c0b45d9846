using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>How promising a point is, as a logarithm.</summary>
internal abstract class AcquisitionCriterion
{
    /// <summary>What the model knows of how far apart points are different; of several models, the first objective's.</summary>
    public abstract Hyperparameters Hyperparameters { get; }

    /// <summary>The size of the matrix that each look at the model goes through.</summary>
    public abstract int ModelSize { get; }

    /// <summary>Scores all points of a set.</summary>
    public abstract void Score(PointSet candidates, Span<double> scores);

    /// <summary>The score of one point.</summary>
    public abstract double Evaluate(ReadOnlySpan<double> point);

    /// <summary>Writes the gradient of the score at the point evaluated last; entries of categorical dimensions are 0.</summary>
    public abstract void WriteGradient(Span<double> gradient);
}
