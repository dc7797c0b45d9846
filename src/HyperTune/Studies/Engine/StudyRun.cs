namespace HyperTune;

/// <summary>One call of Run or RunAsync: its budget, what is spent of it and why it ended. Guarded by the engine's lock.</summary>
internal sealed class StudyRun(Budget budget, TimeSpan startedAt)
{
    public Budget Budget => budget;

    /// <summary>The study clock's reading at the start.</summary>
    public TimeSpan StartedAt => startedAt;

    public int StartedTrials { get; set; }

    public int FinishedTrials { get; set; }

    /// <summary>How many trials failed since one ended well.</summary>
    public int ConsecutiveFailures { get; set; }

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

    /// <summary>How much of the trials or the time is spent, whichever is more.</summary>
    /// <param name="elapsed">The time since the start.</param>
    /// <param name="spentTrials">How many finished trials the budget counts.</param>
    public double? Fraction(TimeSpan elapsed, int spentTrials)
    {
        double? ofTrials = budget.Trials is { } trials ? Math.Min(1, (double)spentTrials / trials) : null;
        double? ofTime = budget.Time is { } time ? Math.Min(1, elapsed / time) : null;
        return ofTrials is { } a && ofTime is { } b ? Math.Max(a, b) : ofTrials ?? ofTime;
    }

    /// <summary>The remaining trials at the pace so far, at most what is left of the time.</summary>
    /// <param name="elapsed">The time since the start.</param>
    /// <param name="spentTrials">How many finished trials the budget counts.</param>
    public TimeSpan? TimeLeft(TimeSpan elapsed, int spentTrials)
    {
        TimeSpan? forTrials = budget.Trials is { } trials && FinishedTrials > 0
            ? elapsed / FinishedTrials * Math.Max(0, trials - spentTrials)
            : null;
        TimeSpan? ofTime = budget.Time is { } time ? (time > elapsed ? time - elapsed : TimeSpan.Zero) : null;
        return forTrials is { } a && ofTime is { } b ? (a < b ? a : b) : forTrials ?? ofTime;
    }
}
