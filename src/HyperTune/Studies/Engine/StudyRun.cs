using HyperTune.State;

namespace HyperTune.Studies.Engine;

/// <summary>One call of Run or RunAsync: its budget, what is spent of it and why it ended. Guarded by the session's gate.</summary>
/// <param name="budget">The budget.</param>
/// <param name="startedAt">The study clock's reading at the start.</param>
/// <param name="within">The part of the study's space that its trials stay within; <see langword="null"/> for all of it.</param>
/// <param name="isBlocking">Whether its workers have threads of their own, which may block.</param>
/// <param name="countedFrom">
/// How many trials the study had started that the budget does not count: in a study that others share or that outlives the process, it counts all.
/// </param>
/// <param name="completedFrom">How many had completed that the budget does not count.</param>
/// <param name="costFrom">What they had cost that the budget does not count.</param>
internal sealed class StudyRun(
    Budget budget, SearchSpace? within, TimeSpan startedAt, bool isBlocking, int countedFrom, int completedFrom, double costFrom)
{
    public Budget Budget => budget;

    public SearchSpace? Within => within;

    public TimeSpan StartedAt => startedAt;

    public bool IsBlocking => isBlocking;

    /// <summary>How many trials of the study may have started in all; <see langword="null"/> for no limit.</summary>
    public int? TrialLimit => budget.Trials + countedFrom + MoreTrials;

    /// <summary>How many trials of the study are to have completed in all; <see langword="null"/> for no limit.</summary>
    public int? CompletedLimit => budget.Completed + completedFrom + MoreTrials;

    /// <summary>How many trials the study was extended by, see <see cref="StudyWishes"/>.</summary>
    public int MoreTrials { get; set; }

    /// <summary>Of how many of these the run has nothing, because an earlier run of a study of this process alone had them.</summary>
    public int MoreTrialsBefore { get; init; }

    /// <summary>The wish to stop that was there when the run began: it was meant for another one.</summary>
    public string? EarlierStop { get; init; }

    /// <summary>What the trials of the study may cost in all; <see langword="null"/> for no limit.</summary>
    public double? CostLimit => budget.Cost + costFrom;

    public int FinishedTrials { get; private set; }

    /// <summary>How many trials failed since one ended in another way; a config that cannot be used is no failure.</summary>
    public int ConsecutiveFailures { get; private set; }

    /// <summary>The rule that ended the run; <see langword="null"/> for none.</summary>
    public StoppingRule? StoppedBy { get; set; }

    /// <summary>What ends the run: of the trials that failed unexpectedly, the first by number; <see langword="null"/> for none.</summary>
    public TrialFailedException? Failure { get; private set; }

    /// <summary>How long the run took, once it has ended.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>Why no trial may start any more.</summary>
    public StopReason Reason { get; private set; }

    /// <summary>Stops the run; the first reason counts.</summary>
    public void Stop(StopReason reason)
    {
        if (Reason == StopReason.NotStopped)
        {
            Reason = reason;
        }
    }

    /// <summary>Replaces the reason by one that says more.</summary>
    public void Override(StopReason reason) => Reason = reason;

    /// <summary>Takes note of a trial that failed unexpectedly.</summary>
    public void Fail(TrialFailedException failure)
    {
        if (Failure is null || failure.TrialNumber < Failure.TrialNumber)
        {
            Failure = failure;
        }
    }

    /// <summary>Counts a trial that this run ended.</summary>
    public void Count(StoredOutcome outcome)
    {
        FinishedTrials++;
        ConsecutiveFailures = outcome is { State: TrialState.Failed, Cause: not FailureCause.Infeasible } ? ConsecutiveFailures + 1 : 0;
    }

    /// <summary>How much of the trials, the time or the cost is spent, whichever is most.</summary>
    /// <param name="elapsed">The time since the start.</param>
    /// <param name="endedTrials">How many trials of the study ended, those from other studies left out.</param>
    /// <param name="completedTrials">How many of them completed.</param>
    /// <param name="cost">What the trials of the study have cost.</param>
    public double? Fraction(TimeSpan elapsed, int endedTrials, int completedTrials, double cost)
    {
        double?[] shares =
        [
            (double)(endedTrials - countedFrom) / budget.Trials,
            (double)(completedTrials - completedFrom) / budget.Completed,
            elapsed / budget.Time,
            (cost - costFrom) / budget.Cost,
        ];

        // The largest of those that there are.
        return shares.Max() is { } spent ? Math.Clamp(spent, 0, 1) : null;
    }

    /// <summary>The remaining trials at the pace so far, at most what is left of the time.</summary>
    /// <param name="elapsed">The time since the start.</param>
    /// <param name="endedTrials">How many trials of the study ended, those from other studies left out.</param>
    /// <param name="completedTrials">How many of them completed.</param>
    /// <param name="cost">What the trials of the study have cost.</param>
    public TimeSpan? TimeLeft(TimeSpan elapsed, int endedTrials, int completedTrials, double cost)
    {
        TimeSpan? pace = FinishedTrials > 0 ? elapsed / FinishedTrials : null;

        // As many end in another way for each that completes as did so far.
        double? endsEach = completedTrials > completedFrom ? (double)FinishedTrials / (completedTrials - completedFrom) : null;
        TimeSpan? costPace = cost > costFrom ? elapsed / (cost - costFrom) : null;
        TimeSpan?[] rests =
        [
            pace * (TrialLimit - endedTrials), pace * (CompletedLimit - completedTrials) * endsEach, budget.Time - elapsed, Scaled(costPace, CostLimit - cost),
        ];
        return rests.Min() is { } left ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : null;
    }

    // A first trial that costs next to nothing would let a huge budget last for longer than a time can say.
    private static TimeSpan? Scaled(TimeSpan? pace, double? factor)
        => pace is { } time && factor is { } times && time.Ticks * times < TimeSpan.MaxValue.Ticks ? time * Math.Max(0, times) : null;
}
