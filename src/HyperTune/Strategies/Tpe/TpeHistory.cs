using HyperTune.Strategies.Common;

namespace HyperTune.Strategies.Tpe;

/// <summary>The trials a strategy knows, in the order of their numbers whatever the order in which they were told, and the ranking of those with a value.</summary>
internal sealed class TpeHistory
{
    private readonly int _width;
    private readonly Comparer<int> _byRank;
    private readonly List<TrialStanding> _trials = [];
    private readonly List<int> _ranking = [];
    private double[] _points = [];
    private bool _rankingIsStale;

    /// <summary>Creates an empty history.</summary>
    /// <param name="width">The number of coordinates of a point.</param>
    public TpeHistory(int width)
    {
        _width = width;
        _byRank = Comparer<int>.Create((a, b) => a == b ? 0 : _trials[a].CompareTo(_trials[b]));
    }

    /// <summary>The number of trials, running ones included.</summary>
    public int Count => _trials.Count;

    /// <summary>The number of trials with a rank.</summary>
    public int RankedCount { get; private set; }

    /// <summary>Counts the changes that moved earlier trials to other slots or gave them another end, so that what is derived from slots must be built anew.</summary>
    public int Reorderings { get; private set; }

    /// <summary>The slots of the trials with a rank, best first.</summary>
    public IReadOnlyList<int> Ranking
    {
        get
        {
            if (_rankingIsStale)
            {
                _ranking.Clear();
                _ranking.EnsureCapacity(Count);
                _ranking.AddRange(Enumerable.Range(0, Count).Where(slot => _trials[slot].IsRanked));
                _ranking.Sort(_byRank);
                _rankingIsStale = false;
            }

            return _ranking;
        }
    }

    /// <summary>The trial in a slot; slots are in the order of the trials' numbers.</summary>
    public TrialStanding this[int slot] => _trials[slot];

    /// <summary>The point of the trial in a slot.</summary>
    public ReadOnlySpan<double> Point(int slot) => _points.AsSpan(slot * _width, _width);

    /// <summary>The slot of a trial, or the complement of the slot that it would get.</summary>
    public int Find(int number)
    {
        if (Count == 0 || number > _trials[^1].Number)
        {
            return ~Count;
        }

        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int comparison = _trials[middle].Number.CompareTo(number);
            if (comparison == 0)
            {
                return middle;
            }

            if (comparison < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }

    /// <summary>Adds a running trial; the point receives its coordinates.</summary>
    /// <returns>The slot.</returns>
    public int Add(int number, out Span<double> point)
    {
        int slot = ~Find(number);
        EnsureCapacity();
        if (slot < Count)
        {
            Array.Copy(_points, slot * _width, _points, (slot + 1) * _width, (Count - slot) * _width);
            _rankingIsStale = true;
            Reorderings++;
        }

        ListGrowth.Insert(_trials, slot, TrialStanding.Running(number));
        point = _points.AsSpan(slot * _width, _width);
        return slot;
    }

    /// <summary>Sets how a trial ended; telling again replaces what was told before.</summary>
    /// <returns>The trial's place in the ranking; -1 when it has none, or when the ranking has to be sorted anew.</returns>
    public int Finish(int slot, in TrialStanding record)
    {
        bool isRetold = _trials[slot].IsRanked;
        Reorderings += _trials[slot].State == TrialState.Running ? 0 : 1;
        _trials[slot] = record;
        RankedCount += (record.IsRanked ? 1 : 0) - (isRetold ? 1 : 0);
        if (isRetold)
        {
            _rankingIsStale = true;
        }

        if (_rankingIsStale || !record.IsRanked)
        {
            return -1;
        }

        int place = ~_ranking.BinarySearch(slot, _byRank);
        ListGrowth.Insert(_ranking, place, slot);
        return place;
    }

    private void EnsureCapacity()
    {
        if (_points.Length < (Count + 1) * _width)
        {
            Array.Resize(ref _points, Math.Max(16, Count + (Count / 8) + 1) * _width);
        }
    }
}
