namespace HyperTune.Views.Documents;

/// <summary>
/// The lanes of a timeline. What a process ran at the same time lies in lanes of its own, each trial in the first one that was free: a record says which process
/// ran a trial, and not which of its threads.
/// </summary>
internal static class WorkerLanes
{
    private const string Unknown = "worker";

    /// <summary>The name of the lane of each trial; <see langword="null"/> where it has not started.</summary>
    public static string?[] Of(IReadOnlyList<TrialRow> trials)
    {
        var lanes = new string?[trials.Count];
        foreach (IGrouping<string, TrialRow> worker in trials.Where(static trial => trial.StartedAt is not null).GroupBy(static trial => trial.Worker ?? Unknown))
        {
            var free = new List<DateTimeOffset>();
            foreach (TrialRow trial in worker.OrderBy(static trial => trial.StartedAt).ThenBy(static trial => trial.Number))
            {
                DateTimeOffset start = trial.StartedAt!.Value;
                int lane = free.FindIndex(end => end <= start);
                if (lane < 0)
                {
                    lane = free.Count;
                    free.Add(default);
                }

                // A clock may have been set back, and a trial have taken no time.
                free[lane] = trial.Duration is { } duration ? start + duration : DateTimeOffset.MaxValue;
                lanes[trial.Number] = lane == 0 ? worker.Key : $"{worker.Key}, {NumberFormat.Invariant(lane + 1)}";
            }
        }

        return lanes;
    }
}
