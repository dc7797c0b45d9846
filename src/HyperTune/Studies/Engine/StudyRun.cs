namespace HyperTune.Studies.Engine;

/// <summary>One call of Run or RunAsync: its budget, what is spent of it and why it ended. Guarded by the session's gate.</summary>
/// <param name="budget">The budget.</param>
/// <param name="startedAt">The study clock's reading at the start.</param>
/// <param name="within">The part of the study's space that its trials stay within; <see langword="null"/> for all of it.</param>
/// <param name="isBlocking">Whether its workers have threads of their own, which may block.</param>
/// <param name="countedFrom">
/// How many trials the study had started that the budget does not count: in a study that others share or that outlives the process, it counts all.
/// </param>
internal sealed class StudyRun(Budget budget, SearchSpace? within, TimeSpan startedAt, bool isBlocking, int countedFrom)
{
    public Budget Budget => budget;

    public SearchSpace? Within => within;

    public TimeSpan StartedAt => startedAt;

    public bool IsBlocking => isBlocking;

    /// <summary>How many trials of the study may have started in all; <see langword="null"/> for no limit.</summary>
    public int? TrialLimit => budget.Trials + countedFrom;

    public int FinishedTrials { get; private set; }

    /// <summary>How many trials failed since one ended well.</summary>
    public int ConsecutiveFailures { get; private set; }

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

    /// <summary>Counts a trial that this run ended.</summary>
    public void Count(TrialState state)
    {
        FinishedTrials++;
        ConsecutiveFailures = state == TrialState.Failed ? ConsecutiveFailures + 1 : 0;
    }

    /// <summary>How much of the trials or the time is spent, whichever is more.</summary>
    /// <param name="elapsed">The time since the start.</param>
    /// <param name="endedTrials">How many trials of the study ended, those from other studies left out.</param>
    public double? Fraction(TimeSpan elapsed, int endedTrials)
    {
        double? ofTrials = budget.Trials is { } trials ? Math.Clamp((double)(endedTrials - countedFrom) / trials, 0, 1) : null;
        double? ofTime = budget.Time is { } time ? Math.Min(1, elapsed / time) : null;
        return ofTrials is { } a && ofTime is { } b ? Math.Max(a, b) : ofTrials ?? ofTime;
    }

    /// <summary>The remaining trials at the pace so far, at most what is left of the time.</summary>
    /// <param name="elapsed">The time since the start.</param>
    /// <param name="endedTrials">How many trials of the study ended, those from other studies left out.</param>
    public TimeSpan? TimeLeft(TimeSpan elapsed, int endedTrials)
    {
        TimeSpan? forTrials = TrialLimit is { } limit && FinishedTrials > 0
            ? elapsed / FinishedTrials * Math.Max(0, limit - endedTrials)
            : null;
        TimeSpan? ofTime = budget.Time is { } time ? (time > elapsed ? time - elapsed : TimeSpan.Zero) : null;
        return forTrials is { } a && ofTime is { } b ? (a < b ? a : b) : forTrials ?? ofTime;
    }
}
