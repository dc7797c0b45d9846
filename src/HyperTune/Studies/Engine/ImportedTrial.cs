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

    public ImportedTrialKey Key => ImportedTrialKey.Of(Source, StartedAt.UtcDateTime, FinishedAt.UtcDateTime, End.Value);

    /// <summary>A finished trial that is in memory.</summary>
    public static ImportedTrial Of<T>(TrialRecord<T> trial, string studyName) => new()
    {
        Vector = trial.Vector.ToArray(),
        End = new TrialEnd(trial.State, trial.Value ?? double.NaN, null),
        StartedAt = trial.StartedAt,
        FinishedAt = trial.StartedAt + trial.Duration.GetValueOrDefault(),
        Reports = [.. trial.Reports],
        Source = $"{studyName} #{trial.Number}",
    };
}
