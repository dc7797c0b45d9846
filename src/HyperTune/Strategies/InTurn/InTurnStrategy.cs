namespace HyperTune.Strategies.InTurn;

/// <summary>Several strategies in turn.</summary>
/// <param name="first">The number of the first trial that it is asked for.</param>
internal sealed class InTurnStrategy(int first) : Strategy
{
    public override string ToString() => "LocalSteps, CmaEs and DifferentialEvolution";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new InTurnRun(context, first);
    }
}
