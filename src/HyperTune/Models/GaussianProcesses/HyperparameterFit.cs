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

    // A step costs the cube of the number of trials. In longer studies a fit ends after so many steps: from an earlier fit it is near enough to its maximum then.
    private const int StepsOfLongStudies = 15;
    private const int LongStudy = 100;
    private const int StepsForNoise = 15;

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

    /// <summary>Fits to tell noise from shape, from three starts: little noise, much noise, and a rough objective without any.</summary>
    /// <param name="points">The inputs.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The outputs, standardized.</param>
    /// <param name="largestNoise">What the noise's variance can be at most.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns>As that of <see cref="Run"/>.</returns>
    public static double[] RunForNoise(
        PointSet points, int numericCount, ReadOnlySpan<double> outputs, double largestNoise, CancellationToken cancellationToken)
    {
        var prior = HyperparameterPrior.ForNoise(points.Dimension, largestNoise);
        var function = new LogPosterior(points, numericCount, outputs, prior);
        return ClimbForNoise(function, prior, [prior.NoisyStart(), prior.RoughStart(), [.. prior.Start]], cancellationToken).Logarithms;
    }

    /// <summary>By how much the outputs' log-likelihood with noise is larger than that of the best fit without any, however rough.</summary>
    /// <param name="points">The inputs.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The outputs, standardized.</param>
    /// <param name="logarithms">The fit with noise, from <see cref="RunForNoise"/>.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    public static double GainOfNoise(
        PointSet points, int numericCount, ReadOnlySpan<double> outputs, double[] logarithms, CancellationToken cancellationToken)
    {
        var prior = HyperparameterPrior.ForNoise(points.Dimension);
        double withNoise = new LogPosterior(points, numericCount, outputs, prior).Evaluate(logarithms) + prior.LogDensity(logarithms);
        var exact = HyperparameterPrior.WithoutNoise(points.Dimension);
        var function = new LogPosterior(points, numericCount, outputs, exact);
        var start = new double[logarithms.Length];
        for (int i = 0; i < start.Length; i++)
        {
            start[i] = Math.Clamp(logarithms[i], exact.Lower[i], exact.Upper[i]);
        }

        (double value, double[] end) = ClimbForNoise(function, exact, [start, exact.RoughStart()], cancellationToken);
        return value + exact.LogDensity(end) - withNoise;
    }

    /// <summary>Fits with the strategies' prior and a noise that is known already.</summary>
    /// <param name="points">The inputs.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The outputs, standardized.</param>
    /// <param name="logarithms">The fit that knows the noise, from <see cref="RunForNoise"/>.</param>
    /// <param name="cancellationToken">Ends the fit.</param>
    /// <returns>As that of <see cref="Run"/>.</returns>
    public static double[] RunWithNoise(
        PointSet points, int numericCount, ReadOnlySpan<double> outputs, double[] logarithms, CancellationToken cancellationToken)
    {
        var prior = HyperparameterPrior.WithNoise(points.Dimension, logarithms[^1]);
        var function = new LogPosterior(points, numericCount, outputs, prior);
        return ClimbForNoise(function, prior, [[.. prior.Start], logarithms], cancellationToken).Logarithms;
    }

    private static (double Value, double[] Logarithms) ClimbForNoise(
        LogPosterior function, HyperparameterPrior prior, double[][] starts, CancellationToken cancellationToken)
    {
        (double Value, double[] Logarithms) best = (double.PositiveInfinity, starts[0]);
        foreach (double[] start in starts)
        {
            (double Value, double[] Logarithms) end = Climb(function, prior, start, Settings with { MaximumIterations = StepsForNoise }, cancellationToken);
            best = end.Value < best.Value ? end : best;
        }

        return best;
    }

    private static (double Value, double[] Logarithms) Climb(
        LogPosterior function,
        HyperparameterPrior prior,
        ReadOnlySpan<double> start,
        CancellationToken cancellationToken)
        => Climb(function, prior, start, function.PointCount <= LongStudy ? Settings : Settings with { MaximumIterations = StepsOfLongStudies }, cancellationToken);

    private static (double Value, double[] Logarithms) Climb(
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
