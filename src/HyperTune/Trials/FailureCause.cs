namespace HyperTune;

/// <summary>What made a trial, or an attempt at it, fail.</summary>
public enum FailureCause
{
    /// <summary>The objective threw, returned <see cref="TrialOutcome.Failed"/> or no finite value; or nobody knows.</summary>
    Error = 0,

    /// <summary>It ran longer than <see cref="StudyOptions.TrialTimeLimit"/>.</summary>
    TimedOut = 1,

    /// <summary>The processes that ran it ended before it did, more often than <see cref="Retries.Interrupted"/> allows.</summary>
    Interrupted = 2,

    /// <summary>The objective found that the config cannot be used: <see cref="TrialOutcome.Infeasible"/>.</summary>
    Infeasible = 3,
}
