using System.Collections.Immutable;
using HyperTune.Spaces.Comparison;

namespace HyperTune;

/// <summary>What a study was created with; it never changes.</summary>
public sealed partial record StudyHeader
{
    /// <summary>The study's name.</summary>
    public required string Name { get; init; }

    /// <summary>The seed of all its random numbers; <see langword="null"/> where another program created the study without one.</summary>
    public required long? Seed { get; init; }

    /// <summary>The metrics that its trials end with.</summary>
    public required ImmutableArray<Metric> Metrics { get; init; }

    /// <summary>The search space it was created with; <see langword="null"/> where another program created it.</summary>
    internal SpaceOutline? Space { get; init; }
}
