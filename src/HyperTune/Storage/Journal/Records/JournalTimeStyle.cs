namespace HyperTune.Storage.Journal.Records;

/// <summary>How a journal writes points in time. A file keeps to one style, because Optuna before 5 cannot compare the two.</summary>
internal enum JournalTimeStyle
{
    /// <summary>Local time without an offset: Optuna up to 4.9, and what a new file gets.</summary>
    Local,

    /// <summary>UTC with the offset +00:00: Optuna from 5.0.</summary>
    Utc,
}
