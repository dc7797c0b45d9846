namespace HyperTune.Strategies.Nsga;

/// <summary>A genetic algorithm for several objectives.</summary>
/// <param name="name">Its name.</param>
/// <param name="options">How it works.</param>
/// <param name="createSelection">Which trials stay parents, for a number of objectives.</param>
internal sealed class NsgaStrategy(string name, NsgaOptions options, Func<int, ISurvivorSelection> createSelection) : Strategy
{
    public override string ToString() => options == new NsgaOptions() ? name : $"{name} ({options})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new NsgaRun(context, options, createSelection(context.ObjectiveCount));
    }
}
