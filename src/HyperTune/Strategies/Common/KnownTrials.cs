namespace HyperTune.Strategies.Common;

/// <summary>The trials of a study that ended, and which of them were the best when a part of a strategy began.</summary>
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
        TrialResult[] rivals = Below(limit);
        if (rivals.Length == 0)
        {
            return null;
        }

        double least = rivals.Min(ViolationOf);
        rivals = [.. rivals.Where(result => ViolationOf(result) == least)];
        int[] ranks = RankSums(rivals);
        return rivals[Array.IndexOf(ranks, ranks.Min())];
    }

    /// <summary>The completed trials with a number below a limit, the best one first: those that break limits by as much as each other side by side.</summary>
    public IEnumerable<TrialResult> RankedBefore(int limit)
        => Below(limit)
            .GroupBy(ViolationOf)
            .OrderBy(static group => group.Key)
            .SelectMany(static group =>
            {
                TrialResult[] rivals = [.. group];
                return RankSums(rivals).Zip(rivals).OrderBy(static pair => pair.First).Select(static pair => pair.Second);
            });

    /// <summary>How many different configs of a space the trials below a limit have.</summary>
    public int CountIn(SearchSpace space, int limit)
        => _ended
            .Where(trial => trial.Key < limit && space.Contains(trial.Value))
            .DistinctBy(trial => space.Format(trial.Value), StringComparer.Ordinal)
            .Count();

    private static double ViolationOf(TrialResult result) => Math.Max(0, result.Violation);

    // With one objective, the places in its order.
    private static int[] RankSums(TrialResult[] rivals)
    {
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

        return ranks;
    }

    private TrialResult[] Below(int limit) => [.. _completed.Values.TakeWhile(result => result.Number < limit)];
}
