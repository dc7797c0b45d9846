namespace HyperTune;

/// <summary>Where a study stands, right after a trial has ended.</summary>
public sealed record StudyProgress
{
    /// <summary>The study's name.</summary>
    public required string StudyName { get; init; }

    /// <summary>How many trials completed so far, over all runs of the study.</summary>
    public required int CompletedTrials { get; init; }

    /// <summary>How many trials were pruned so far.</summary>
    public required int PrunedTrials { get; init; }

    /// <summary>How many trials failed so far.</summary>
    public required int FailedTrials { get; init; }

    /// <summary>How many trials were cut short together with their run, and are not run again.</summary>
    public int CancelledTrials { get; init; }

    /// <summary>How many trials run at the moment.</summary>
    public required int RunningTrials { get; init; }

    /// <summary>How many trials ended so far: completed, pruned, failed or cancelled.</summary>
    public int FinishedTrials => CompletedTrials + PrunedTrials + FailedTrials + CancelledTrials;

    /// <summary>The number of the trial that just ended.</summary>
    public required int TrialNumber { get; init; }

    /// <summary>How that trial ended.</summary>
    public required TrialState TrialState { get; init; }

    /// <summary>That trial's value: its last report when it was pruned, <see langword="null"/> when there is none.</summary>
    public required double? TrialValue { get; init; }

    /// <summary>The best observed value so far, as in <see cref="StudyResult{T}.BestObserved"/>; <see langword="null"/> while no trial completed.</summary>
    public required double? BestObservedValue { get; init; }

    /// <summary>The number of the trial with the best observed value; <see langword="null"/> while no trial completed.</summary>
    public required int? BestObservedTrialNumber { get; init; }

    /// <summary>
    /// How many trials no other one beats, over all objectives and within the limits: 1 as soon as a trial completed, where there is one objective.
    /// </summary>
    public int FrontSize { get; init; }

    /// <summary>
    /// What these trials have reached, as <see cref="StudyResult{T, TMetrics}.Hypervolume"/> says it; <see langword="null"/> unless the study was given a
    /// reference (<see cref="Study.Optimize{T, TMetrics}(StudyOptions?, TMetrics?)"/>).
    /// </summary>
    public double? Hypervolume { get; init; }

    /// <summary>The time since the run started or, where trials are asked for one by one, since the study was created.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The run's budget; <see langword="null"/> where trials are asked for one by one.</summary>
    public Budget? Budget { get; init; }

    /// <summary>
    /// How much of the budget's trials, time or cost is spent, whichever share is largest: from 0 to 1; <see langword="null"/> when the budget limits none of them.
    /// </summary>
    public double? Fraction { get; init; }

    /// <summary>
    /// How long the run is still likely to take: the remaining trials, or the remaining cost, at the pace so far, at most what is left of the time budget;
    /// <see langword="null"/> when the budget limits none of them.
    /// </summary>
    public TimeSpan? EstimatedTimeLeft { get; init; }
}
