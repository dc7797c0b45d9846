using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>
/// Climbs to hyperparameters of high posterior density: a local maximum, as near as is worth the time, and in long studies on the way to one.
/// </summary>
internal static class HyperparameterFit
{
    // The posterior is flat near its maximum: a gradient below 1e-2 or a gain below 1e-5 changes no suggestion that matters.
    private static readonly LbfgsSettings Settings = new()
    {
        MaximumIterations = 50,
        GradientTolerance = 1e-2,
        RelativeDecrease = 1e-5,
        LargestStep = 2,
    };

    // A step costs the cube of the number of trials. In longer studies a fit that is not done after so many steps goes on from there at the next one.
    private const int StepsOfLongStudies = 15;
    private const int LongStudy = 100;

    /// <summary>Fits.</summary>
    /// <param name="points">The inputs.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The outputs, standardized.</param>
    /// <param name="start">
    /// The logarithms to start from, those of the fit before; <see langword="null"/> to start afresh, once from little and once from much noise, of
    /// which the better end counts.
    /// </param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns>The logarithms of the hyperparameters (see <see cref="Hyperparameters.FromLogarithms"/>).</returns>
    public static double[] Run(
        PointSet points,
        int numericCount,
        ReadOnlySpan<double> outputs,
        double[]? start,
        CancellationToken cancellationToken)
    {
        var prior = new HyperparameterPrior(points.Dimension);
        var function = new LogPosterior(points, numericCount, outputs, prior);
        if (start is not null)
        {
            return Climb(function, prior, start, cancellationToken).Logarithms;
        }

        // Short length scales can pass noise off as signal, a maximum that a start with little noise sometimes ends in.
        (double precise, double[] fromPrecise) = Climb(function, prior, prior.Start, cancellationToken);
        (double noisy, double[] fromNoisy) = Climb(function, prior, prior.NoisyStart(), cancellationToken);
        return noisy < precise ? fromNoisy : fromPrecise;
    }

    private static (double Value, double[] Logarithms) Climb(
        LogPosterior function,
        HyperparameterPrior prior,
        ReadOnlySpan<double> start,
        CancellationToken cancellationToken)
    {
        double[] logarithms = start.ToArray();
        LbfgsSettings settings = function.PointCount <= LongStudy ? Settings : Settings with { MaximumIterations = StepsOfLongStudies };
        double value = new ProjectedLbfgs(logarithms.Length).Minimize(function, logarithms, prior.Lower, prior.Upper, settings, cancellationToken);
        return (value, logarithms);
    }
}
