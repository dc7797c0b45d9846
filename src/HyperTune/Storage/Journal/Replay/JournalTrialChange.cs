namespace HyperTune;

/// <summary>What a record changed about a trial.</summary>
internal enum JournalTrialChange
{
    /// <summary>A new trial waits.</summary>
    Enqueued,

    /// <summary>A new trial was finished before it came into the study.</summary>
    Added,

    /// <summary>A new trial runs, or one that waited.</summary>
    Started,

    /// <summary>A trial that ran waits again.</summary>
    Requeued,

    /// <summary>A running trial has an intermediate value.</summary>
    Reported,

    /// <summary>A trial ended.</summary>
    Finished,
}
