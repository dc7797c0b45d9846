using System.Globalization;

namespace HyperTune.Strategies.Population;

/// <summary>Population-based training.</summary>
internal sealed class PopulationStrategy(PopulationOptions options) : Strategy
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PopulationBased({options.Population})");

    internal override bool ContinuesTrials => true;

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Parallelism <= options.Population
            ? new PopulationRun(context, options)
            : throw new ArgumentException(
                $"A population of {options.Population} cannot keep {context.Parallelism} workers busy, because each member trains one interval after the other: raise "
                + $"{nameof(PopulationOptions)}.{nameof(PopulationOptions.Population)}, or lower {nameof(context.Parallelism)}.");
    }
}
