namespace HyperTune.Strategies.DifferentialEvolution;

/// <summary>L-SHADE.</summary>
internal sealed class DifferentialEvolutionStrategy(DifferentialEvolutionOptions options) : Strategy
{
    public override string ToString() => options == new DifferentialEvolutionOptions() ? "DifferentialEvolution" : $"DifferentialEvolution ({options})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new DifferentialEvolutionRun(context, options);
    }
}
