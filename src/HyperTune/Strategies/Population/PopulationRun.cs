using System.Globalization;
using HyperTune.Spaces.Coding;
using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Population;

/// <summary>A population at work.</summary>
/// <remarks>
/// Which member a trial belongs to follows from its number, and what it goes on from follows from the members' results in the round before: so nothing depends on the order of
/// calls, and nobody waits for a trial that takes long.
/// </remarks>
internal sealed class PopulationRun : StrategyRun
{
    // Far from the salts of other draws of the study's seed.
    private const ulong Salt = 0x9091_BA5E_D7A1_4126;
    private const ulong DesignSalt = 0x3C6E_F372_FE94_F82B;

    // A member that has no result for so long is given up.
    private const int Rounds = 4;

    private readonly StrategyContext _context;
    private readonly PopulationOptions _options;
    private readonly Exploration _exploration;
    private readonly TriedConfigs _tried;
    private readonly StartDesign _design;

    private readonly int _members;

    // The completed trials of the last rounds, by number.
    private readonly SortedDictionary<int, TrialResult> _results = [];
    private int _newest = -1;
    private int _copies;

    private int? _parent;

    public PopulationRun(StrategyContext context, PopulationOptions options)
    {
        _context = context;
        _options = options;
        _exploration = new Exploration(context.Space, options.ResampleProbability);
        var cube = new UnitCube(context.Space);
        _tried = new TriedConfigs(cube);
        _design = new StartDesign(cube, _tried, RandomStream.Mix(context.Seed ^ DesignSalt), startWithDefault: true);
        _members = options.Population;
    }

    public override int? Parent => _parent;

    public override string Explanation => string.Create(
        CultureInfo.InvariantCulture,
        $"A population of {_members}; {_copies} copies of better ones so far.");

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        vector = vector[.._context.Space.DimensionCount];
        var random = new RandomStream(RandomStream.Mix(_context.Seed ^ Salt), (ulong)trialNumber);
        _parent = null;
        int turn = trialNumber - _context.FirstTrial;
        TrialResult[] ranked = turn < _members ? [] : RankBefore(turn / _members);
        if (ranked.Length == 0)
        {
            if (turn >= _members || !_design.TryFill(first: 0, looks: (2 * Math.Max(0, turn)) + 1, vector))
            {
                _context.Space.SampleAllowedVector(ref random, vector);
            }

            return true;
        }

        int previous = trialNumber - _members;
        int place = Array.FindIndex(ranked, member => member.Number == previous);
        int share = Math.Min((int)Math.Ceiling(_options.ExploitFraction * ranked.Length), ranked.Length / 2);
        if (place >= 0 && place < ranked.Length - share)
        {
            _parent = previous;
            ranked[place].Vector.Span.CopyTo(vector);
            return true;
        }

        // One alone, or without exploitation, is the best of all for who has nothing of its own to go on from.
        TrialResult best = ranked[random.NextInteger(Math.Max(1, share))];
        _parent = best.Number;
        _copies++;
        _exploration.Explore(best.Vector.Span, vector, ref random);
        return true;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        if (trialNumber - _context.FirstTrial < _members)
        {
            _tried.Add(vector);
        }
    }

    public override void Tell(in TrialResult result)
    {
        Announce(result.Number, result.Vector.Span);
        if (result.Number < _context.FirstTrial)
        {
            // Another strategy's, which has no checkpoint to go on from.
            return;
        }

        _newest = Math.Max(_newest, result.Number);
        if (result.State == TrialState.Completed && !result.Values.IsEmpty && _context.Space.Contains(result.Vector.Span))
        {
            _results[result.Number] = result;
        }

        while (_results.Count > 0 && _results.First() is { Key: var oldest } && oldest <= _newest - (Rounds * _members))
        {
            _results.Remove(oldest);
        }
    }

    // Each member as it was at the end of the round before, or earlier if it has not come so far: compared with members that are ahead, all would look bad.
    private TrialResult[] RankBefore(int round)
    {
        var known = new KnownTrials();
        for (int member = 0; member < _members; member++)
        {
            for (int back = 1; back < Rounds && back <= round; back++)
            {
                if (_results.TryGetValue(_context.FirstTrial + ((round - back) * _members) + member, out TrialResult result))
                {
                    known.Add(in result);
                    break;
                }
            }
        }

        return [.. known.RankedBefore(int.MaxValue)];
    }
}
