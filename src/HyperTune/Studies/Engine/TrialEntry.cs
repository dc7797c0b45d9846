namespace HyperTune;

/// <summary>What a study keeps about each trial besides its vector and value. Small, since there may be very many.</summary>
internal struct TrialEntry
{
    /// <summary>The time from the study's origin to the trial's start, in ticks.</summary>
    public long StartedAt;

    /// <summary>How long the trial ran, in ticks.</summary>
    public long Duration;

    /// <summary>The reports, in ascending order of steps; room for more may follow them.</summary>
    public TrialReport[]? Reports;

    public int ReportCount;

    /// <summary>The place in the order of finishing.</summary>
    public int FinishIndex;

    public TrialState State;

    public bool IsEnqueued;

    /// <summary>Whether the trial comes from another study, so that it counts towards no budget.</summary>
    public bool IsImported;

    /// <summary>Whether strategies may learn from the trial: its vector is complete and lies in the space.</summary>
    public bool IsKnowledge;

    /// <summary>Whether the strategy knows that the trial runs.</summary>
    public bool IsAnnounced;

    public readonly ReadOnlySpan<TrialReport> ReportSpan => Reports.AsSpan(0, ReportCount);
}
