using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>
/// Climbs to hyperparameters of high posterior density: a local maximum, as near as is worth the time, and in long studies on the way to one.
/// </summary>
internal static class HyperparameterFit
{
    /// <summary>When a fit ends.</summary>
    /// <remarks>The posterior is flat near its maximum: a gradient below 1e-2 or a gain below 1e-5 changes no suggestion that matters.</remarks>
    public static readonly LbfgsSettings Settings = new()
    {
        MaximumIterations = 50,
        GradientTolerance = 1e-2,
        RelativeDecrease = 1e-5,
        LargestStep = 2,
    };

    // A step costs the cube of the number of trials. In longer studies a fit ends after so many steps: from an earlier fit it is near enough to its maximum then.
    private const int StepsOfLongStudies = 15;
    private const int LongStudy = 100;

    /// <summary>Fits.</summary>
    /// <param name="points">The inputs.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The outputs, standardized.</param>
    /// <param name="start">
    /// The logarithms to start from, those of an earlier fit; <see langword="null"/> to start afresh, once from little and once from much noise, of
    /// which the better end counts.
    /// </param>
    /// <param name="hasNoise">Whether the objective may have noise.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns>The logarithms of the hyperparameters (see <see cref="Hyperparameters.FromLogarithms"/>).</returns>
    public static double[] Run(
        PointSet points,
        int numericCount,
        ReadOnlySpan<double> outputs,
        double[]? start,
        bool hasNoise,
        CancellationToken cancellationToken)
    {
        var prior = new HyperparameterPrior(points.Dimension, hasNoise);
        var function = new LogPosterior(points, numericCount, outputs, prior);
        if (start is not null)
        {
            return Climb(function, prior, start, cancellationToken).Logarithms;
        }

        if (!hasNoise)
        {
            return Climb(function, prior, prior.Start, cancellationToken).Logarithms;
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
        => Climb(function, prior, start, function.PointCount <= LongStudy ? Settings : Settings with { MaximumIterations = StepsOfLongStudies }, cancellationToken);

    /// <summary>Climbs from one start.</summary>
    /// <param name="function">The function, with the prior.</param>
    /// <param name="prior">The prior, with its bounds.</param>
    /// <param name="start">The logarithms to start from.</param>
    /// <param name="settings">When to end.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns>The value at the end, and the logarithms.</returns>
    public static (double Value, double[] Logarithms) Climb(
        LogPosterior function,
        HyperparameterPrior prior,
        ReadOnlySpan<double> start,
        in LbfgsSettings settings,
        CancellationToken cancellationToken)
    {
        double[] logarithms = start.ToArray();
        double value = new ProjectedLbfgs(logarithms.Length).Minimize(function, logarithms, prior.Lower, prior.Upper, settings, cancellationToken);
        return (value, logarithms);
    }
}
