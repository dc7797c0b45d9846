namespace HyperTune;

/// <summary>A finished trial of another study.</summary>
internal sealed record ImportedTrial
{
    public required double[] Vector { get; init; }

    public required TrialEnd End { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public IReadOnlyList<TrialReport> Reports { get; init; } = [];

    /// <summary>Where the trial comes from, in words.</summary>
    public required string Source { get; init; }

    public ImportedTrialKey Key => ImportedTrialKey.Of(Source, StartedAt.UtcDateTime, FinishedAt.UtcDateTime);
}
