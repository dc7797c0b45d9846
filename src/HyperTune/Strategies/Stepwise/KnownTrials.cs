namespace HyperTune.Strategies.Stepwise;

/// <summary>The trials of a study that ended, and which of them was the best when a step began.</summary>
internal sealed class KnownTrials
{
    private readonly SortedDictionary<int, TrialResult> _completed = [];
    private readonly SortedDictionary<int, double[]> _ended = [];

    /// <summary>Takes in an ended trial.</summary>
    public void Add(in TrialResult result)
    {
        _ended[result.Number] = result.Vector.ToArray();
        if (result.State == TrialState.Completed && !result.Values.IsEmpty)
        {
            _completed[result.Number] = result;
        }
    }

    /// <summary>The best trial with a number below a limit; <see langword="null"/> where none has completed. Those that break limits are only better than nothing.</summary>
    public TrialResult? BestBefore(int limit)
    {
        TrialResult[] known = [.. _completed.Values.Where(result => result.Number < limit)];
        if (known.Length == 0)
        {
            return null;
        }

        double least = known.Min(static result => Math.Max(0, result.Violation));
        TrialResult[] rivals = [.. known.Where(result => Math.Max(0, result.Violation) == least)];
        int[] ranks = new int[rivals.Length];
        for (int objective = 0; objective < rivals[0].Values.Length; objective++)
        {
            // Equal values keep the order of their numbers.
            int[] order = [.. Enumerable.Range(0, rivals.Length).OrderBy(place => rivals[place].Values.Span[objective])];
            for (int rank = 0; rank < order.Length; rank++)
            {
                ranks[order[rank]] += rank;
            }
        }

        return rivals[Array.IndexOf(ranks, ranks.Min())];
    }

    /// <summary>How many different configs of a space the trials below a limit have.</summary>
    public int CountIn(SearchSpace space, int limit)
        => _ended
            .Where(trial => trial.Key < limit && space.Contains(trial.Value))
            .DistinctBy(trial => space.Format(trial.Value), StringComparer.Ordinal)
            .Count();
}
