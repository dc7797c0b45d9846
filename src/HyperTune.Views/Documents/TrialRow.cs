using System.Collections.Immutable;

namespace HyperTune.Views.Documents;

/// <summary>A trial as a page shows it, whatever its config type.</summary>
internal sealed class TrialRow
{
    private TrialRow(int number, ReadOnlyMemory<double> vector)
    {
        Number = number;
        Vector = vector;
    }

    public int Number { get; }

    /// <summary>The config as a vector of the space; empty where the space of now has no config with the trial's values.</summary>
    public ReadOnlyMemory<double> Vector { get; }

    public required TrialState State { get; init; }

    /// <summary>The raw value of each metric, not a number where one is not known; empty where the trial has not ended.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>The first objective of a completed trial, the last report of a pruned one.</summary>
    public required double? Value { get; init; }

    public required ImmutableArray<TrialReport> Reports { get; init; }

    public required double? StandardError { get; init; }

    public required double? Cost { get; init; }

    public required string? Failure { get; init; }

    public required bool IsInfeasible { get; init; }

    public required bool IsExcluded { get; init; }

    public required bool Fits { get; init; }

    /// <summary>When it started; <see langword="null"/> where it has not.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    public required TimeSpan? Duration { get; init; }

    public required string? Worker { get; init; }

    public required int? Parent { get; init; }

    /// <summary>Where the config came from, in a word or two.</summary>
    public required string Origin { get; init; }

    public required IReadOnlyList<Artifact> Artifacts { get; init; }

    public static TrialRow Of<T>(TrialRecord<T> trial) => new(trial.Number, trial.HasConfig ? trial.Vector : default)
    {
        State = trial.State,
        Values = trial.Values,
        Value = trial.Value,
        Reports = trial.Reports,
        StandardError = trial.StandardError,
        Cost = trial.Cost,
        Failure = trial.FailureReason,
        IsInfeasible = trial.FailureCause == FailureCause.Infeasible,
        IsExcluded = trial.IsExcluded,
        Fits = trial.Fits,
        StartedAt = trial.Start,
        Duration = trial.Duration,
        Worker = trial.Worker,
        Parent = trial.Parent,
        Origin = trial.IsImported ? "imported" : trial.IsEnqueued ? "enqueued" : trial.Parent is not null ? "continued" : "strategy",
        Artifacts = [.. trial.Artifacts],
    };
}
