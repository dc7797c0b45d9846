using System.Runtime.InteropServices;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Common;

/// <summary>
/// The generations of an evolutionary strategy. A generation ends as soon as enough trials have ended that no earlier one has taken, in the order of their
/// numbers, so that nobody waits for a trial that is late: until then more are drawn from the same state. What follows depends on which trials
/// are known and not on when they became known: a late trial joins the generation of its number, and what came after it is computed again.
/// </summary>
/// <typeparam name="TState">What the trials of a generation are drawn from.</typeparam>
/// <remarks>
/// Some states are kept to start again from: the latest ones, and the older the sparser, so that their number grows with the logarithm of that of the trials.
/// </remarks>
internal sealed class Generations<TState>(UnitCube cube, IEvolution<TState> evolution, int objectives)
    where TState : class
{
    private const int LatestKept = 3;

    private readonly List<KeptTrial> _given = [];
    private readonly List<KeptTrial> _trials = [];
    private readonly List<(int Taken, TState State)> _kept = [];
    private int _first = int.MaxValue;

    /// <summary>How many trials have ended.</summary>
    public int Count => _trials.Count + _given.Count;

    /// <summary>The number of states to start again from.</summary>
    public int KeptCount => _kept.Count;

    /// <summary>Takes in an ended trial; one outside of a narrowed space says nothing about where to go in it.</summary>
    public void Tell(in TrialResult result)
    {
        if (!cube.IsInside(result.Vector.Span))
        {
            return;
        }

        var trial = new KeptTrial(result, objectives);
        if (!trial.IsGiven && trial.Number < _first)
        {
            _first = trial.Number;
            MoveFromGiven();
        }

        if (trial.IsGiven && trial.Number < _first)
        {
            Insert(_given, trial);
            _kept.Clear();
        }
        else
        {
            int place = Insert(_trials, trial);
            while (_kept.Count > 1 && _kept[^1].Taken > place)
            {
                _kept.RemoveAt(_kept.Count - 1);
            }
        }
    }

    /// <summary>The state that the next trial is drawn from.</summary>
    public TState Current()
    {
        if (_kept.Count == 0)
        {
            _kept.Add((0, evolution.Begin(Rank(CollectionsMarshal.AsSpan(_given)))));
        }

        while (true)
        {
            (int taken, TState state) = _kept[^1];
            int end = EndOfGeneration(taken, evolution.SizeOf(state));
            if (end < 0)
            {
                return state;
            }

            _kept.Add((end, evolution.Next(state, Rank(CollectionsMarshal.AsSpan(_trials)[taken..end]))));
            Thin(end);
        }
    }

    private static int Insert(List<KeptTrial> trials, KeptTrial trial)
    {
        int place = trials.Count;
        while (place > 0 && KeptTrial.CompareNumbers(trials[place - 1], trial) > 0)
        {
            place--;
        }

        trials.Insert(place, trial);
        return place;
    }

    private RankedTrial[] Rank(ReadOnlySpan<KeptTrial> trials)
    {
        var ranked = new RankedTrial[trials.Length];
        for (int i = 0; i < ranked.Length; i++)
        {
            ranked[i] = trials[i].Rank(cube);
        }

        return ranked;
    }

    // What was given after the strategy's first trial belongs to the generations.
    private void MoveFromGiven()
    {
        int kept = _given.FindIndex(trial => trial.Number >= _first);
        if (kept >= 0)
        {
            _given[kept..].ForEach(trial => Insert(_trials, trial));
            _given.RemoveRange(kept, _given.Count - kept);
            _kept.Clear();
        }
    }

    private int EndOfGeneration(int taken, int size)
    {
        if (_trials.Count - taken < size)
        {
            return -1;
        }

        int place = taken;
        for (int chosen = 0; chosen < size; place++)
        {
            if (place == _trials.Count)
            {
                return -1;
            }

            chosen += _trials[place].IsGiven ? 0 : 1;
        }

        return place;
    }

    // Of three neighbours the middle one goes where the outer ones are no farther apart than the last is from the end.
    private void Thin(int end)
    {
        for (int i = _kept.Count - 1 - LatestKept; i > 0; i--)
        {
            if (_kept[i + 1].Taken - _kept[i - 1].Taken <= end - _kept[i + 1].Taken)
            {
                _kept.RemoveAt(i);
            }
        }
    }
}
