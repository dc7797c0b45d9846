namespace HyperTune;

/// <summary>Where a trial stands.</summary>
public enum TrialState
{
    /// <summary>The trial has its config and no result yet.</summary>
    Running = 0,

    /// <summary>The objective returned a finite value.</summary>
    Completed = 1,

    /// <summary>The trial was stopped early.</summary>
    Pruned = 2,

    /// <summary>The objective threw, or returned no finite value.</summary>
    Failed = 3,

    /// <summary>The trial is enqueued, or was interrupted, and waits to be run.</summary>
    Waiting = 4,

    /// <summary>The trial was cut short together with its run, and is not run again.</summary>
    Cancelled = 5,
}
