namespace HyperTune;

/// <summary>Something that happened to a trial of a stored study.</summary>
internal readonly record struct StudyEvent
{
    public required StudyEventKind Kind { get; init; }

    public required int Number { get; init; }

    /// <summary>The trial's vector, as far as it is known; with every event but reports.</summary>
    public ReadOnlyMemory<double> Vector { get; init; }

    /// <summary>Whether strategies may learn from the vector: it is complete and lies in the space.</summary>
    public bool IsKnowledge { get; init; }

    public bool IsEnqueued { get; init; }

    /// <summary>Whether the trial comes from another study.</summary>
    public bool IsImported { get; init; }

    /// <summary>When the trial started or ended.</summary>
    public DateTimeOffset Time { get; init; }

    public TrialReport Report { get; init; }

    public TrialEnd End { get; init; }
}
