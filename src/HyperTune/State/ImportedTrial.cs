namespace HyperTune.State;

/// <summary>A finished trial of another study.</summary>
internal sealed record ImportedTrial
{
    /// <summary>The trial's vector in the space of the study that takes it over.</summary>
    public required double[] Vector { get; init; }

    public required StoredOutcome Outcome { get; init; }

    /// <summary>In UTC; <see langword="default"/> where it is not known.</summary>
    public required DateTime Started { get; init; }

    /// <summary>In UTC; <see langword="default"/> where it is not known.</summary>
    public required DateTime Ended { get; init; }

    public IReadOnlyList<TrialReport> Reports { get; init; } = [];

    /// <summary>All metrics at the steps of its reports, as far as they are known.</summary>
    public IReadOnlyList<ReportedMetrics> ReportedMetrics { get; init; } = [];

    /// <summary>
    /// The trial from whose checkpoint it went on, where that one stands before it among those that are imported; <see langword="null"/> for none.
    /// </summary>
    public ImportedTrial? Parent { get; init; }

    /// <summary>Where the trial comes from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>What its parameters add to the key.</summary>
    public required ulong ParameterHash { get; init; }

    public ImportedTrialKey Key => ImportedTrialKey.Of(Source, Outcome.Values, ParameterHash);

    /// <summary>The key that it has where an earlier version imported it.</summary>
    public ImportedTrialKey EarlierKey => ImportedTrialKey.Of(Source, Outcome.Values, Vector);
}
