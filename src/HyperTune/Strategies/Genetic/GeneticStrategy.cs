namespace HyperTune.Strategies.Genetic;

/// <summary>A genetic algorithm for one objective.</summary>
internal sealed class GeneticStrategy(GeneticOptions options) : Strategy
{
    public override string ToString() => options == new GeneticOptions() ? "Genetic" : $"Genetic ({options})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new GeneticRun(context, options);
    }
}
