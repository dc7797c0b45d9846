namespace HyperTune.Storage.Journal.Replay;

/// <summary>What the replay made of a record. A record that is refused stays in the file, and every reader refuses it in the same way.</summary>
internal enum JournalOutcome
{
    Applied,

    /// <summary>A study of that name exists.</summary>
    DuplicateStudy,

    /// <summary>There is no study of that number, or no longer.</summary>
    UnknownStudy,

    /// <summary>There is no trial of that number.</summary>
    UnknownTrial,

    /// <summary>The trial is finished and cannot change any more.</summary>
    FinishedTrial,

    /// <summary>The trial runs already: another worker took it first.</summary>
    AlreadyRunning,

    /// <summary>An earlier trial used the parameter with another kind of distribution.</summary>
    IncompatibleDistribution,

    /// <summary>The operation means nothing to HyperTune.</summary>
    Skipped,
}
