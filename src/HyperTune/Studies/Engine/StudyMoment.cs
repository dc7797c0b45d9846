namespace HyperTune;

/// <summary>A moment of a study: enough to read its trials later as they were.</summary>
internal sealed record StudyMoment
{
    public required int TrialCount { get; init; }

    public required int FinishedCount { get; init; }

    /// <summary>The best completed trial; -1 when there is none.</summary>
    public required int BestNumber { get; init; }

    /// <summary>Its value; not a number when there is none.</summary>
    public required double BestValue { get; init; }

    public required StopReason StopReason { get; init; }

    /// <summary>The time spent in runs.</summary>
    public required TimeSpan Duration { get; init; }

    public required TrialFailure? LastFailure { get; init; }
}
