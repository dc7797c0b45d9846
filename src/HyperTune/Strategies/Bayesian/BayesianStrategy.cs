using System.Globalization;

namespace HyperTune.Strategies.Bayesian;

/// <summary>Bayesian optimization with Gaussian processes.</summary>
internal sealed class BayesianStrategy(BayesianOptions options) : Strategy
{
    public override string ToString() => $"Bayesian({string.Join(", ", Settings())})";

    internal override bool LearnsAcrossParts => true;

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ObjectiveCount == 1 ? new BayesianRun(context, options) : new BayesianFrontRun(context, options);
    }

    private IEnumerable<string> Settings()
    {
        if (options.StartTrials != BayesianOptions.DefaultStartTrials)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{options.StartTrials} start trials");
        }

        if (!options.StartWithDefault)
        {
            yield return "no default point";
        }

        if (options.StagnationTrials != BayesianOptions.DefaultStagnationTrials)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"exploring after {options.StagnationTrials} trials without improvement");
        }

        if (options.ModelTrials != BayesianOptions.DefaultModelTrials)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"up to {options.ModelTrials} trials in the model");
        }

        if (!options.LocalSteps)
        {
            yield return "no local steps";
        }
    }
}
