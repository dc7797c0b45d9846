using System.Runtime.InteropServices;

namespace HyperTune;

/// <summary>The two mixtures, of the best trials and of all others, kept in step with the history.</summary>
internal sealed class TpeModel(TpeSpace space, TpeSettings settings, TpeHistory history)
{
    private readonly List<int> _best = [];
    private readonly List<bool> _isBest = [];
    private Bandwidth _bandwidth;
    private int _reorderings;

    public BelowMixture Below { get; } = new(space, settings);

    public AboveMixture Above { get; } = new(space, settings);

    /// <summary>The slots of the best trials, best first.</summary>
    public ReadOnlySpan<int> Best => CollectionsMarshal.AsSpan(_best);

    /// <summary>Takes in the trials announced and told since the last time.</summary>
    public void Update()
    {
        IReadOnlyList<int> ranking = history.Ranking;
        int count = settings.BelowCount(ranking.Count);
        var bandwidth = new Bandwidth(
            settings.BandwidthFactor, settings.MinimumBandwidth(Math.Max(1, ranking.Count), space.TypicalNumericCount));
        bool reordered = _reorderings != history.Reorderings;
        bool isStale = reordered || bandwidth != _bandwidth || !_best.SequenceEqual(ranking.Take(count)) || Below.Count == 0;
        if (isStale)
        {
            _best.Clear();
            _best.AddRange(ranking.Take(count));
            Below.Build(history, Best, bandwidth);
        }

        _isBest.Clear();
        CollectionsMarshal.SetCount(_isBest, history.Count);
        Span<bool> isBest = CollectionsMarshal.AsSpan(_isBest);
        isBest.Clear();
        foreach (int slot in _best)
        {
            isBest[slot] = true;
        }

        if (reordered)
        {
            Above.Rebuild(history, isBest, bandwidth);
        }
        else
        {
            Above.Update(history, isBest, bandwidth);
        }

        _bandwidth = bandwidth;
        _reorderings = history.Reorderings;
    }

    /// <summary>The rule for bandwidths at the present number of trials.</summary>
    public Bandwidth Bandwidth => _bandwidth;

    /// <summary>Sets each candidate's score: the logarithm of its density among good trials over that among the others.</summary>
    public void Score(ReadOnlySpan<TpeCandidate> candidates, BelowMixture below)
    {
        Span<double> good = stackalloc double[candidates.Length];
        Span<double> other = stackalloc double[candidates.Length];
        below.Table.Evaluate(candidates, good);
        Above.Table.Evaluate(candidates, other);
        for (int i = 0; i < candidates.Length; i++)
        {
            candidates[i].Score = good[i] - below.LogTotalWeight - (other[i] - Above.LogTotalWeight);
        }
    }
}
