namespace HyperTune.State;

/// <summary>What a study keeps about each trial besides its vector and values. Small, since there may be very many.</summary>
internal struct TrialEntry
{
    /// <summary>When the trial started, in ticks of UTC.</summary>
    public long StartedAt;

    /// <summary>How long the trial ran, in ticks.</summary>
    public long Duration;

    /// <summary>The reports, in ascending order of steps; room for more may follow them.</summary>
    public TrialReport[]? Reports;

    public int ReportCount;

    /// <summary>The place in the order of ending.</summary>
    public int EndIndex;

    public TrialState State;

    public TrialFlags Flags;

    /// <summary>Who ran it last, a place in <see cref="StudyState.Workers"/>; 0 where that is not known.</summary>
    public ushort Worker;

    public readonly ReadOnlySpan<TrialReport> ReportSpan => Reports.AsSpan(0, ReportCount);

    public readonly bool Is(TrialFlags flag) => (Flags & flag) != 0;

    public void Set(TrialFlags flag, bool value) => Flags = value ? Flags | flag : Flags & ~flag;
}
