using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HyperTune.Metrics;
using HyperTune.State;
using HyperTune.State.Files;
using HyperTune.Storage;

namespace HyperTune.Studies.Engine;

/// <summary>What was known of a trial at one moment, before anybody has put it into the study's types.</summary>
internal sealed class TrialView
{
    public required int Number { get; init; }

    /// <summary>The state as it was, and the times.</summary>
    public required TrialEntry Entry { get; init; }

    public required bool IsEnded { get; init; }

    public required ReadOnlyMemory<double> Vector { get; init; }

    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>The value of the first objective; not a number where there is none.</summary>
    public required double Value { get; init; }

    public required TrialReport[] Reports { get; init; }

    /// <summary>The standard error of what it reported; <see langword="null"/> where that is not known.</summary>
    public required double? StandardError { get; init; }

    public required IReadOnlyList<ReportedMetrics> ReportedMetrics { get; init; }

    public required StoredOutcome? Details { get; init; }

    /// <summary>Why the trial is not in the space of now; <see langword="null"/> where it is.</summary>
    public required string? Misfit { get; init; }

    /// <summary>Whether it is in the space, but outside the part that the study was narrowed to.</summary>
    public required bool IsOutside { get; init; }

    /// <summary>Its own values, where they are not in the space of now.</summary>
    public required TrialPoint? Own { get; init; }

    /// <summary>What it recorded beside its metrics; <see langword="null"/> for nothing.</summary>
    public required RecordedValue[]? Records { get; init; }

    /// <summary>What it has cost so far, its attempts that failed included; <see langword="null"/> where it did not say.</summary>
    public required double? Cost { get; init; }

    public required TrialFiles Files { get; init; }

    /// <summary>The trial from whose checkpoint it goes on; <see langword="null"/> for none.</summary>
    public required int? Parent { get; init; }

    /// <summary>Who ran it last; <see langword="null"/> where that is not known.</summary>
    public required TrialOwner? Worker { get; init; }

    public required TrialFileStore Store { get; init; }

    public required FailedAttempt[] FailedAttempts { get; init; }

    /// <summary>Why the trial was taken out of the study; <see langword="null"/> where it was in.</summary>
    public required string? ExclusionReason { get; init; }

    /// <summary>The trial in the study's types.</summary>
    /// <param name="space">The space.</param>
    /// <param name="enqueued">The object that the user enqueued; <see langword="null"/> for none.</param>
    public TrialRecord<T> ToRecord<T>(SearchSpace<T> space, object? enqueued) => new(Number, space, Complete(space), enqueued, Misfit, Own)
    {
        State = Entry.State,
        IsOutside = IsOutside,
        Values = IsEnded ? Values : default,
        Records = IsEnded ? Records : null,
        Value = IsEnded && !double.IsNaN(Value) ? Value : null,
        Reports = ImmutableCollectionsMarshal.AsImmutableArray(Reports),
        StandardError = IsEnded ? StandardError : null,
        ReportedMetrics = ReportedMetrics,
        FailureReason = IsEnded && Entry.State == TrialState.Failed ? Details?.Reason : null,
        FailureCause = IsEnded && Entry.State == TrialState.Failed ? Details?.Cause ?? FailureCause.Error : null,
        Cost = Cost,
        Exception = IsEnded ? Details?.Exception : null,
        FailedAttempts = ImmutableCollectionsMarshal.AsImmutableArray(FailedAttempts),
        StartedAt = new DateTimeOffset(Entry.StartedAt, TimeSpan.Zero),
        Duration = IsEnded ? new TimeSpan(Entry.Duration) : null,
        ExclusionReason = ExclusionReason,
        IsEnqueued = Entry.Is(TrialFlags.IsEnqueued),
        IsImported = Entry.Is(TrialFlags.IsImported),
        Parent = Parent,
        Worker = Worker is { } worker ? worker.Worker ?? ProcessIdentity.NameOf(worker.Owner) : null,
        Files = Files,
        Store = Store,
    };

    // Another program's trial, of which some values are not known yet.
    private ReadOnlyMemory<double> Complete(SearchSpace space)
    {
        if (Entry.Is(TrialFlags.IsTeachable))
        {
            return Vector;
        }

        double[] completed = Vector.ToArray();
        space.Normalize(completed);
        return completed;
    }
}
