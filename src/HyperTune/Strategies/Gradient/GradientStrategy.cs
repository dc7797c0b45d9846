using System.Globalization;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Gradient;

/// <summary>Local runs along the objective's derivatives from several starting points.</summary>
internal sealed class GradientStrategy(GradientOptions options) : Strategy
{
    public override string ToString() => $"Gradient({string.Join(", ", Settings())})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.ObjectiveCount > 1)
        {
            throw new ArgumentException(
                $"{nameof(Gradient)} follows the derivatives of one objective, and there are {context.ObjectiveCount}. {nameof(Bayesian)} and {nameof(NsgaII)} find fronts.",
                nameof(context));
        }

        return context.Space.Whole.Parameters.Any(LocalSpace.CanMove)
            ? new GradientRun(context, options, new UnitCube(context.Space))
            : throw new ArgumentException(
                $"{nameof(Gradient)} goes along derivatives, and '{context.Space.Name}' has no continuous parameter to differentiate by. "
                + $"Use another strategy, for instance {nameof(Auto)}.",
                nameof(context));
    }

    private IEnumerable<string> Settings()
    {
        if (options.StartTrials is { } trials)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{trials} start trials");
        }

        if (!options.StartWithDefault)
        {
            yield return "no default point";
        }

        if (options.Quality != GradientQuality.Automatic)
        {
            yield return options.Quality == GradientQuality.Exact ? "exact derivatives" : "noisy derivatives";
        }

        if (options.Missing == MissingDerivatives.Fix)
        {
            yield return "without differences";
        }
        else if (options.DifferenceStep != GradientOptions.DefaultDifferenceStep)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"differences of {options.DifferenceStep}");
        }

        if (options.LearningRate != GradientOptions.DefaultLearningRate)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"learning rate {options.LearningRate}");
        }

        if (options.NoisySteps != GradientOptions.DefaultNoisySteps)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{options.NoisySteps} noisy steps");
        }
    }
}
