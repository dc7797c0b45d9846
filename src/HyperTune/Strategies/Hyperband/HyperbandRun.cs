using System.Globalization;
using HyperTune.Pruning.Pause;

namespace HyperTune.Strategies.Hyperband;

/// <summary>Successive halving by promotion at work, over a strategy of new configs.</summary>
/// <remarks>
/// Trials with the same vector are those of one config, and the rung at which a trial paused follows from its last step: so a study that is continued knows from its
/// trials alone what can go on.
/// </remarks>
internal sealed class HyperbandRun : StrategyRun
{
    // BOHB models the largest resource that so many more configs than there are parameters have reached, so that there are good ones and others.
    private const int ExtraConfigs = 2;

    private readonly StrategyContext _context;
    private readonly Strategy _search;
    private readonly RungLadder _ladder;
    private readonly RungStandings _standings;

    // The search of new configs; nothing while what it was told is out of date.
    private StrategyRun? _inner;
    private int _modelLevel = 1;
    private int? _parent;

    public HyperbandRun(StrategyContext context, Strategy search, RungLadder ladder)
    {
        _context = context;
        _search = search;
        _ladder = ladder;
        _standings = new RungStandings(ladder);
        _inner = Begin();
    }

    public override int? Parent => _parent;

    public override string Explanation => string.Create(
        CultureInfo.InvariantCulture,
        $"Hyperband: {_standings.Count} configs in {_ladder.BracketCount} brackets; paused trials went on {_standings.Promotions} times.{(_inner?.Explanation is { } own ? $" {own}" : "")}");

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _parent = null;
        if (_standings.FindPromotion(_context.Space) is { } best)
        {
            _parent = best.Last;
            best.Vector.CopyTo(vector);
            return true;
        }

        return (_inner ??= Replay()).TrySuggest(trialNumber, vector, cancellationToken);
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        if (_standings.Announce(trialNumber, vector) is not { } lineage)
        {
            _inner = null;
        }
        else if (lineage.First == trialNumber)
        {
            _inner?.Announce(trialNumber, vector);
        }
    }

    public override void Tell(in TrialResult result)
    {
        int before = _standings.Announce(result.Number, result.Vector.Span)?.Level ?? 0;
        Lineage? lineage = _standings.Tell(in result);
        int level = ModelLevel();
        if (lineage is null || level > _modelLevel)
        {
            (_inner, _modelLevel) = (null, level);
        }
        else if (lineage.First == result.Number)
        {
            _inner?.Tell(ForSearch(lineage, in result));
        }
        else if (before < _modelLevel && lineage.Level > before)
        {
            // It was told as one that has not come so far.
            _inner = null;
        }
    }

    private StrategyRun Begin() => _search.Start(_context.For(_context.Seed, _context.FirstTrial, _context.TrialBudget));

    private int ModelLevel()
    {
        int level = _ladder.RungCount + 1;
        while (level > 1 && _standings.CountAt(level) < _context.Space.DimensionCount + ExtraConfigs)
        {
            level--;
        }

        return level;
    }

    private StrategyRun Replay()
    {
        StrategyRun inner = Begin();
        foreach (Lineage lineage in _standings.Lineages)
        {
            if (lineage.Beginning is { } beginning)
            {
                inner.Tell(ForSearch(lineage, in beginning));
            }
            else
            {
                inner.Announce(lineage.First, lineage.Vector);
            }
        }

        return inner;
    }

    // What the search is told of a config: its loss at the level that configs are compared at; one that has not come so far was stopped.
    private TrialResult ForSearch(Lineage lineage, in TrialResult beginning)
        => lineage.Level == 0 ? beginning
            : lineage.Level >= _modelLevel ? beginning with { State = TrialState.Completed, Values = new[] { lineage.LossAt(_modelLevel) }, LastStep = 0 }
            : beginning with { State = TrialState.Pruned, Values = new[] { lineage.LossAt(lineage.Level) }, LastStep = lineage.LastStep };
}
