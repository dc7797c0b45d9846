using System.Globalization;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Around;

/// <summary>Searches near a config.</summary>
/// <param name="space">The whole space of the config; <see langword="null"/> for the default point of whatever space is searched.</param>
/// <param name="center">The config's vector; <see langword="null"/> for the default point.</param>
/// <param name="radius">How far each value may be away, in shares of the parameter's distribution.</param>
/// <param name="options">What searches there.</param>
internal sealed class AroundStrategy(SearchSpace? space, double[]? center, double radius, AroundOptions options) : Strategy
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Around({(center is null ? "the default" : "a config")}, {radius}, {options.Strategy})");

    internal override bool ContinuesTrials => options.Strategy.ContinuesTrials;

    internal override bool LearnsAcrossParts => options.Strategy.LearnsAcrossParts;

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        SearchSpace searched = context.Space;
        if (space is not null && !ReferenceEquals(space, searched.Whole))
        {
            throw new ArgumentException($"{nameof(Around)} is to search around a config of the search space '{space.Name}', but the study searches '{searched.Name}'.");
        }

        double[] start = center ?? DefaultPoint.Of(searched);
        if (!searched.Contains(start))
        {
            throw new ArgumentException(
                $"{nameof(Around)} is to search around a config that lies outside of what the search space was narrowed to: {searched.Format(start)}. It is {searched}.");
        }

        SearchSpace near = Neighbourhood.Of(searched, start, radius, options.FreeCategories);
        bool isAllowed = searched.FindViolatedConstraint(start) is null;
        return new AroundRun(options.Strategy.Start(context.For(context.Seed, context.FirstTrial, context.TrialBudget, near)), start, isAllowed);
    }
}
