namespace HyperTune.Storage.Journal.Files;

/// <summary>What stands behind a journal's last line break.</summary>
internal enum JournalTailKind
{
    /// <summary>A whole record that lacks nothing but its line break.</summary>
    Record,

    /// <summary>What is left of a record whose writer died; nobody was told that it is there.</summary>
    Torn,

    /// <summary>Something else. Nothing says that it may be taken away.</summary>
    Foreign,
}
