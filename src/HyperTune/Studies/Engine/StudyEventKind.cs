namespace HyperTune;

/// <summary>What can happen to a trial of a stored study.</summary>
internal enum StudyEventKind
{
    /// <summary>A new trial waits.</summary>
    Enqueued,

    /// <summary>A new or a waiting trial runs.</summary>
    Started,

    /// <summary>A running trial has an intermediate value for a step.</summary>
    Reported,

    /// <summary>A trial ended.</summary>
    Finished,

    /// <summary>A running trial waits again, because its process ended.</summary>
    Requeued,
}
