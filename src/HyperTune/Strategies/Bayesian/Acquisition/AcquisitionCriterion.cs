using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>How promising a point is, as a logarithm.</summary>
internal abstract class AcquisitionCriterion
{
    /// <summary>The model that says how far apart points are different; of several, the first objective's.</summary>
    public abstract GaussianProcess Process { get; }

    /// <summary>Scores all points of a set.</summary>
    public abstract void Score(PointSet candidates, Span<double> scores);

    /// <summary>The score of one point.</summary>
    public abstract double Evaluate(ReadOnlySpan<double> point);

    /// <summary>Writes the gradient of the score at the point evaluated last; entries of categorical dimensions are 0.</summary>
    public abstract void WriteGradient(Span<double> gradient);
}
