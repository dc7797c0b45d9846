namespace HyperTune.State;

/// <summary>What can happen in a study. The name of a member, in lower camel case, is its name in logs.</summary>
internal enum StudyEventKind
{
    /// <summary>A kind that this version does not know; its payload is kept and passed on.</summary>
    Unknown,

    /// <summary>The study goes on with another search space.</summary>
    SpaceChanged,

    /// <summary>A study that another program created has a seed from now on.</summary>
    SeedChosen,

    /// <summary>The study goes on within a part of its search space, or in all of it again.</summary>
    Narrowed,

    /// <summary>A new trial waits to be run.</summary>
    Enqueued,

    /// <summary>A new trial runs.</summary>
    Started,

    /// <summary>A trial that waited runs.</summary>
    Taken,

    /// <summary>A trial has values for parameters that were open.</summary>
    Assigned,

    /// <summary>A running trial has an intermediate value.</summary>
    Reported,

    /// <summary>A trial ended.</summary>
    Ended,

    /// <summary>Whoever ran a trial gave it back, and it waits.</summary>
    Released,

    /// <summary>Whoever ran a trial gives no sign of life any more, and it waits.</summary>
    Expired,

    /// <summary>An attempt at a running trial failed, and the trial waits for the next one.</summary>
    Retried,

    /// <summary>A trial that had failed waits to be run again.</summary>
    Reopened,

    /// <summary>A running trial goes on in another process, or without one that looks after it.</summary>
    HandedOver,

    /// <summary>A finished trial of another study was added.</summary>
    Imported,

    /// <summary>A trial that ended counts for nothing any more.</summary>
    Excluded,

    /// <summary>A trial that was excluded counts again.</summary>
    Included,

    /// <summary>The files of the study's trials have a common beginning of their keys from now on; the last one counts.</summary>
    FilesOpened,

    /// <summary>A running trial has an artifact or a checkpoint, in the place of the one of the same name.</summary>
    FileSaved,

    /// <summary>A running trial has a directory of its own.</summary>
    DirectoryCreated,

    /// <summary>An ended trial has no files any more.</summary>
    FilesDropped,

    /// <summary>A note of the study was written or removed.</summary>
    Noted,
}
