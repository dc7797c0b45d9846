namespace HyperTune.State;

/// <summary>What is true or false of a trial.</summary>
[Flags]
internal enum TrialFlags : byte
{
    None = 0,

    /// <summary>Somebody chose the config, not the strategy.</summary>
    IsEnqueued = 1,

    /// <summary>The trial comes from another study, so that it counts towards no budget.</summary>
    IsImported = 2,

    /// <summary>Strategies may learn from the trial: its vector is complete and lies in the space.</summary>
    IsTeachable = 4,

    /// <summary>The trial's own values do not lie in the space of now, or not in the part that it was narrowed to.</summary>
    IsMisfit = 8,

    /// <summary>The strategy knows that the trial runs.</summary>
    IsAnnounced = 16,

    /// <summary>The reports stand in the order in which they came, and are put into that of their steps by whoever looks at them first.</summary>
    IsUnordered = 32,

    /// <summary>The trial was taken out of the study.</summary>
    IsExcluded = 64,
}
