using HyperTune.Numerics;
using HyperTune.Strategies.Gradient;

namespace HyperTune;

public abstract partial class Strategy
{
    private const double LargestDifference = 0.1;

    /// <inheritdoc cref="Gradient(GradientOptions)"/>
    public static Strategy Gradient() => Gradient(new GradientOptions());

    /// <summary>
    /// Follows the derivatives that the objective returns with its value: local runs from several starting points, each trial one value with its derivatives.
    /// For objectives that can be differentiated by continuous parameters, of which it needs the fewest trials.
    /// </summary>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <remarks>
    /// <para>It starts with the space's default point and evenly spread ones. From the best of them a local run goes downhill: limited-memory BFGS with steps
    /// projected into the ranges, on the scales of the parameters (logarithmic where the range is), and a line search for the Wolfe conditions. When it ends, there are
    /// further starting points and a run from the best that is not near a minimum found before. A trial that fails, is pruned or breaks an outcome constraint halves the step.
    /// With several workers as many local runs go on side by side.</para>
    /// <para>Where values contradict derivatives, the run goes on by Adam with falling step lengths, and ends with a trial at the mean of its last steps. Parameters
    /// that are not continuous, or that others depend on, are constant within a run; new starting points change them, at random or by changing one of the best so far.</para>
    /// <para>Derivatives that the objective does not give are estimated by differences, each of which is a trial of its own
    /// (<see cref="GradientOptions.Missing"/>): where all are missing, <see cref="Bayesian()"/> needs fewer trials. There must be one objective.</para>
    /// <para>References: J. Nocedal and S. Wright, "Numerical Optimization", 2nd edition, algorithms 3.5 and 7.4; D. Bertsekas, "Projected Newton methods for optimization
    /// problems with simple constraints", SIAM J. Control Optim. 20, 1982; A. Rinnooy Kan and G. Timmer, "Stochastic global optimization methods", Math. Programming 39, 1987;
    /// D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015; B. Polyak and A. Juditsky, "Acceleration of stochastic approximation by
    /// averaging", SIAM J. Control Optim. 30, 1992.</para>
    /// </remarks>
    public static Strategy Gradient(GradientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.AtLeast(options.StartTrials ?? 1, 1, nameof(GradientOptions.StartTrials));
        Guard.AtLeast(options.NoisySteps, 4, nameof(GradientOptions.NoisySteps));
        ThrowIfNotIn(Enum.IsDefined(options.Quality), options.Quality, "one of the enum's", nameof(GradientOptions.Quality));
        ThrowIfNotIn(Enum.IsDefined(options.Missing), options.Missing, "one of the enum's", nameof(GradientOptions.Missing));
        ThrowIfNotIn(options.DifferenceStep is > 0 and <= LargestDifference, options.DifferenceStep, "above 0 and at most 0.1", nameof(GradientOptions.DifferenceStep));
        ThrowIfNotIn(options.LearningRate is > 0 and <= 1, options.LearningRate, "above 0 and at most 1", nameof(GradientOptions.LearningRate));
        return new GradientStrategy(options);
    }

    private static void ThrowIfNotIn(bool isIn, object value, string range, string name)
    {
        if (!isIn)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value must be {range}.");
        }
    }
}
