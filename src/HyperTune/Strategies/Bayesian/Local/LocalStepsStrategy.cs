namespace HyperTune.Strategies.Bayesian.Local;

/// <summary>Nothing but steps in a trust region.</summary>
internal sealed class LocalStepsStrategy : Strategy
{
    public override string ToString() => "LocalSteps";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new LocalStepsRun(context);
    }
}
