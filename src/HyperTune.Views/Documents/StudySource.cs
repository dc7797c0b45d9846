using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HyperTune.Metrics;
using HyperTune.Models.BestTrials;
using HyperTune.Models.Importance;
using HyperTune.Studies.Restored;

namespace HyperTune.Views.Documents;

/// <summary>A study as pages see it: what they show of it, whatever its config type, and as it was at one moment.</summary>
internal abstract class StudySource
{
    public required string Name { get; init; }

    /// <summary>The seed; <see langword="null"/> where another program created the study without one.</summary>
    public required long? Seed { get; init; }

    /// <summary>The search space of now.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>The config type's name; empty where only a storage knows the space.</summary>
    public required string SpaceName { get; init; }

    /// <summary>Whether a config type declared the space; otherwise its parameters are those that trials have.</summary>
    public required bool IsSpaceDeclared { get; init; }

    /// <summary>What trials end with; at least one is an objective.</summary>
    public required ImmutableArray<Metric> Metrics { get; init; }

    /// <summary>A point that is worse than anything of interest, a loss an objective; <see langword="null"/> where the study has none.</summary>
    public double[]? Reference { get; init; }

    /// <summary>The strategy in words; <see langword="null"/> where only a storage knows the study.</summary>
    public required string? Strategy { get; init; }

    public required string? StrategyExplanation { get; init; }

    public required string? PrunerExplanation { get; init; }

    public required IReadOnlyDictionary<string, string> Notes { get; init; }

    /// <summary>All trials, in the order of their numbers.</summary>
    public required ImmutableArray<TrialRow> Trials { get; init; }

    /// <summary>The numbers of the trials that no other one beats, in ascending order.</summary>
    public required ImmutableArray<int> Front { get; init; }

    /// <summary>The objectives, in the order of the metrics.</summary>
    public ImmutableArray<Metric> Objectives => [.. Metrics.Where(static metric => metric.IsObjective)];

    /// <summary>Whether trials end with one number that has no name of its own.</summary>
    public bool HasPlainValue => Metrics is [{ Name: "value", IsLimited: false }];

    /// <summary>The trial to use; <see langword="null"/> where none completed within the limits.</summary>
    public abstract TrialRow? Best { get; }

    /// <summary>Why that one; <see langword="null"/> with several objectives.</summary>
    public abstract string? BestReason { get; }

    /// <summary>Whether the best was chosen under noise, and how large that is; <see langword="null"/> with several objectives and while nothing completed.</summary>
    public abstract BestTrial? Choice { get; }

    /// <summary>A trial's config as JSON; <see langword="null"/> where the space of now has no config with its values.</summary>
    public abstract JsonObject? ConfigOf(int number);

    /// <summary>What the program's defaults are as a vector of the space; <see langword="null"/> where nobody declared any.</summary>
    public abstract ReadOnlyMemory<double>? DefaultVector { get; }

    /// <summary>What came of the study, a sentence each.</summary>
    public abstract IReadOnlyList<string> Sentences { get; }

    /// <summary>What the study suggests to do next.</summary>
    public abstract ImmutableArray<StudyHint> Hints { get; }

    /// <summary>Which parameters mattered for an objective; for the front where none is named.</summary>
    /// <exception cref="InvalidOperationException">Too few trials completed.</exception>
    public abstract ParameterImportances ImportanceFor(Metric? objective);

    /// <summary>A study with one objective.</summary>
    public static StudySource Of<T>(StudyResult<T> result) => new StudySource<T>(result, [new Metric("value", 0, result.Direction)]);

    /// <summary>A study with several metrics.</summary>
    public static StudySource Of<T, TMetrics>(StudyResult<T, TMetrics> result)
        where TMetrics : struct, IMetrics<TMetrics>
        => new StudySource<T>(result.Inner, TMetrics.Metrics.All, result.Reference is { } reference ? MetricsVector.Reference(reference) : null);

    /// <summary>A stored study of which the config type is not known.</summary>
    public static StudySource Of(RestoredStudy study) => new StudySource<RestoredConfig>(study.Result, study.Metrics)
    {
        Seed = study.Seed,
        Strategy = null,
        SpaceName = "",
        PrunerExplanation = study.Result.DescribePruning(),
        IsSpaceDeclared = study.HasDeclaredSpace,
    };
}
