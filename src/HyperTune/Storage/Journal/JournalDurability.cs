namespace HyperTune;

/// <summary>
/// Which records of a journal wait until they are on the disk. In any case, all of them survive the end of the process, even when it is killed.
/// </summary>
public enum JournalDurability
{
    /// <summary>
    /// Results, enqueued and imported trials survive a loss of power. The start of a trial and its intermediate values may be lost: the trial
    /// is then run again, with the same config.
    /// </summary>
    Results = 0,

    /// <summary>Every record survives a loss of power; a trial waits for the disk when it starts, at each report and when it ends.</summary>
    EveryRecord = 1,

    /// <summary>Nothing waits for the disk: a loss of power can cost the last seconds.</summary>
    None = 2,
}
