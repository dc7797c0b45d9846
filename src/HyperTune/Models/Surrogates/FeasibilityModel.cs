using HyperTune.Models.GaussianProcesses;
using HyperTune.Spaces.Coding;

namespace HyperTune.Models.Surrogates;

/// <summary>Where configs work: a Gaussian process of 1 for trials that ended well and 0 for those that failed or broke an outcome
/// constraint.</summary>
/// <remarks>
/// A least-squares classifier: with few failures a fitted one would learn either nothing or the noise, so its length scale is fixed, growing with
/// the dimension as typical distances do, and its noise is large enough that a single failure by accident does not close off a good region.
/// </remarks>
internal sealed class FeasibilityModel
{
    private const double LengthPerRootDimension = 0.5;
    private const double LabelVariance = 1;
    private const double LabelNoise = 0.01;

    private readonly Surrogate _surrogate;

    public FeasibilityModel(UnitCube cube, int capacity)
    {
        int dimension = cube.Dimensions.Length;
        double[] lengths = [.. Enumerable.Repeat(LengthPerRootDimension * Math.Sqrt(dimension), dimension)];
        _surrogate = new Surrogate(cube, OutputScale.Raw, capacity, new Hyperparameters
        {
            LengthScales = lengths,
            AdditiveLengthScales = lengths,
            SignalVariance = LabelVariance,
            AdditiveVariance = 0,
            NoiseVariance = LabelNoise,
        });
    }

    public void Invalidate(int row) => _surrogate.Invalidate(row);

    /// <summary>The process of all trials of which it is known whether they work.</summary>
    /// <param name="history">The trials.</param>
    /// <param name="leavesLimits">Whether limits have models of their own, so that only failures count here.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public GaussianProcess Update(TrialHistory history, bool leavesLimits, CancellationToken cancellationToken)
    {
        Func<Observation, double> label = leavesLimits ? static trial => double.IsPositiveInfinity(trial.Violation) ? 0 : 1 : static trial => trial.IsFeasible ? 1 : 0;
        _surrogate.Update(history.Judged, label, leavesLimits ? 1 : 0, cancellationToken);
        return _surrogate.Process;
    }
}
