namespace HyperTune;

/// <summary>How one simulated study went.</summary>
public sealed record SimulationResult
{
    /// <summary>The pruner and its settings.</summary>
    public required string Pruner { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>All trials that started, in the order of their numbers.</summary>
    public required IReadOnlyList<SimulatedTrial> Trials { get; init; }

    /// <summary>How many trials ran to their end.</summary>
    public int Completed => Trials.Count(static trial => trial.State == TrialState.Completed);

    /// <summary>How many trials were stopped early.</summary>
    public int Pruned => Trials.Count(static trial => trial.State == TrialState.Pruned);

    /// <summary>How many steps all trials made.</summary>
    public required long Steps { get; init; }

    /// <summary>Which share of the steps was saved that the trials that ended would have made without a pruner; from 0 to 1.</summary>
    public required double SavedShare { get; init; }

    /// <summary>The best final value of a completed trial; <see langword="null"/> when none completed.</summary>
    public required double? BestValue { get; init; }

    /// <summary>
    /// The rank of that value among all final values of the table, counted from 1, the best; <see langword="null"/> when no trial completed, or where there is no
    /// table.
    /// </summary>
    public required int? BestRank { get; init; }

    /// <summary>The time from the start to the last trial's end.</summary>
    public required TimeSpan Time { get; init; }
}
