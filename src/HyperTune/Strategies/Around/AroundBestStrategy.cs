using System.Globalization;

namespace HyperTune.Strategies.Around;

/// <summary>Searches near the best of the trials before its own.</summary>
/// <param name="radius">How far each value may be away, in shares of the parameter's distribution.</param>
/// <param name="regions">Around how many trials.</param>
/// <param name="options">What searches there.</param>
internal sealed class AroundBestStrategy(double radius, int regions, AroundOptions options) : Strategy
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"AroundBest({radius}, {regions} region{(regions == 1 ? "" : "s")}, {options.Strategy})");

    internal override bool ContinuesTrials => options.Strategy.ContinuesTrials;

    internal override bool LearnsAcrossParts => options.Strategy.LearnsAcrossParts;

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.FirstTrial > 0
            ? new AroundBestRun(context, radius, regions, options)
            : throw new ArgumentException(
                $"{nameof(AroundBest)} needs trials before its own to search around the best of: write {nameof(Strategy)}.{nameof(Then)}(first, budget, "
                + $"{nameof(Strategy)}.{nameof(AroundBest)}(...)). Around a config that is known, {nameof(Strategy)}.{nameof(Around)}(config, radius) searches.");
    }
}
