using HyperTune.Pruning.Pause;
using HyperTune.Text;

namespace HyperTune.Strategies.Hyperband;

/// <summary>Another strategy's configs, which pause at rungs and of which the best go on.</summary>
internal sealed class HyperbandStrategy : Strategy
{
    private readonly Strategy _search;
    private readonly HyperbandOptions _options;
    private readonly RungLadder _ladder;

    /// <param name="search">The strategy of new configs.</param>
    /// <param name="options">The settings.</param>
    public HyperbandStrategy(Strategy search, HyperbandOptions options)
    {
        if (options.MaximumResource < options.MinimumResource)
        {
            throw new ArgumentException(
                $"{nameof(options.MaximumResource)} is {NumberFormat.Invariant(options.MaximumResource)}, below {nameof(options.MinimumResource)}, which is "
                + $"{NumberFormat.Invariant(options.MinimumResource)}.",
                nameof(options));
        }

        _search = search;
        _options = options;
        _ladder = new RungLadder(options.MinimumResource, options.MaximumResource, options.ReductionFactor, options.BracketWeights);
        if (options.BracketWeights.Length > _ladder.BracketCount)
        {
            throw new ArgumentException(
                $"{nameof(options.BracketWeights)} has {NumberFormat.Invariant(options.BracketWeights.Length)} numbers, but from step {NumberFormat.Invariant(options.MinimumResource)} to "
                + $"{NumberFormat.Invariant(options.MaximumResource)} with a reduction of {NumberFormat.Invariant(options.ReductionFactor)} there are only "
                + $"{NumberFormat.Invariant(_ladder.BracketCount)} brackets.",
                nameof(options));
        }

        OwnPruner = new PausePruner(_ladder);
    }

    internal override bool ContinuesTrials => true;

    internal override Pruner OwnPruner { get; }

    internal override bool LearnsAcrossParts => _search.LearnsAcrossParts;

    public override string ToString()
        => $"Hyperband({_search}, {NumberFormat.Invariant(_options.MinimumResource)} to {NumberFormat.Invariant(_options.MaximumResource)}, reduction "
        + $"{NumberFormat.Invariant(_options.ReductionFactor)}{(_options.BracketWeights.IsEmpty ? "" : $", brackets {string.Join(":", _options.BracketWeights.Select(NumberFormat.Invariant))}")})";

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ObjectiveCount > 1 ? throw new ArgumentException($"{nameof(Hyperband)} compares trials by one objective, and the study has {context.ObjectiveCount}.")
            : context.IsPart ? throw new ArgumentException($"{nameof(Hyperband)} is a study's strategy as a whole, because it pauses all of its trials; it cannot be a part of another one.")
            : new HyperbandRun(context, _search, _ladder);
    }
}
