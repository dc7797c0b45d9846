namespace HyperTune;

/// <summary>What an entry of a log has to survive before the log says that it is there.</summary>
public enum StudyDurability
{
    /// <summary>The end of the process, even when it is killed.</summary>
    Process = 0,

    /// <summary>A loss of power: somebody relies on the entry, for instance on a result.</summary>
    Power = 1,
}
