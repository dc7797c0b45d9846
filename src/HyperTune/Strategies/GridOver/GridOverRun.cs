using HyperTune.Strategies.Common;
using HyperTune.Text;

namespace HyperTune.Strategies.GridOver;

/// <summary>A strategy at work for each combination, in turns.</summary>
/// <remarks>
/// Which combination a trial belongs to follows from its number. A round has each of them once, in an order of its own: a fixed order would give a combination
/// every so-manieth number, and with it points of a sequence that lie in a corner.
/// </remarks>
internal sealed class GridOverRun : StrategyRun
{
    // What all combinations together are told of each other's trials is bounded, however many they are.
    private const int MostShared = 20_000;

    private const ulong OrderSalt = 0x5D1F_37A9_0C64_E28B;

    private readonly StrategyContext _context;
    private readonly Combination[] _combinations;
    private readonly Strategy _otherwise;
    private readonly string _leftOut;
    private readonly StrategyRun?[] _runs;
    private readonly int[] _order;
    private readonly int _sharedBelow;

    // Until all have begun.
    private TrialReplay? _replay = new();
    private int _round = -1;
    private int _current;

    public GridOverRun(StrategyContext context, Combination[] combinations, int impossible, Strategy otherwise)
    {
        _context = context;
        _combinations = combinations;
        _otherwise = otherwise;
        _leftOut = impossible == 0 ? "" : $"; {NumberFormat.Invariant(impossible)} left out because no config of theirs satisfies the constraints";
        _runs = new StrategyRun?[combinations.Length];
        _order = new int[combinations.Length];
        _sharedBelow = otherwise.LearnsAcrossParts ? Math.Min(PartRun.MostShared, MostShared / combinations.Length) : 0;

        // A strategy that cannot work on the space says so before the first trial.
        RunOf(0);
    }

    public override string Decision => $"Grid over {NumberFormat.Invariant(_combinations.Length)} combination{(_combinations.Length == 1 ? "" : "s")}, each by {_otherwise}{_leftOut}.";

    public override string Explanation => _runs[_current]?.Explanation is { } explanation ? $"{Decision} {_combinations[_current].Name}: {explanation}" : Decision;

    public override int? Parent => _runs[_current]?.Parent;

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        int turn = Math.Max(0, trialNumber - _context.FirstTrial);
        Shuffle(turn / _order.Length);
        for (int i = 0; i < _order.Length; i++)
        {
            int place = _order[((turn % _order.Length) + i) % _order.Length];
            if (RunOf(place).TrySuggest(trialNumber, vector, cancellationToken))
            {
                _current = place;
                return true;
            }
        }

        return false;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector)
    {
        _replay?.Announce(trialNumber, vector);
        foreach (StrategyRun? run in _runs)
        {
            run?.Announce(trialNumber, vector);
        }
    }

    public override void Tell(in TrialResult result)
    {
        _replay?.Tell(in result);
        foreach (StrategyRun? run in _runs)
        {
            run?.Tell(in result);
        }
    }

    private void Shuffle(int round)
    {
        if (round != _round)
        {
            for (int i = 0; i < _order.Length; i++)
            {
                _order[i] = i;
            }

            new RandomStream(RandomStream.Mix(_context.Seed ^ OrderSalt), (ulong)round).Shuffle(_order.AsSpan());
            _round = round;
        }
    }

    private StrategyRun RunOf(int place)
    {
        if (_runs[place] is { } known)
        {
            return known;
        }

        Combination combination = _combinations[place];
        StrategyRun own = _otherwise.Start(_context.For(RandomStream.Derive(_context.Seed, (ulong)place), _context.FirstTrial, _context.TrialBudget, combination.Space));
        StrategyRun run = _runs[place] = new PartRun(own, _sharedBelow, combination.Has);
        _replay!.Replay(run);
        if (Array.TrueForAll(_runs, static begun => begun is not null))
        {
            _replay = null;
        }

        return run;
    }
}
