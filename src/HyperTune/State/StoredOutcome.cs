using HyperTune.Metrics;

namespace HyperTune.State;

/// <summary>How a trial ended: an objective's outcome after the study's rules have been applied to it.</summary>
/// <param name="State">Completed, pruned, failed or cancelled.</param>
/// <param name="Values">
/// The raw value of each metric, in the metrics' order: all of a completed trial, what is known of a pruned one (not a number for the rest), none otherwise.
/// </param>
internal sealed record StoredOutcome(TrialState State, double[] Values)
{
    /// <summary>Why the trial failed.</summary>
    public string? Reason { get; init; }

    /// <summary>What the objective threw, in the process that ran it.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The derivatives of the first objective's raw value with respect to the vector's values, not a number where one is not known.</summary>
    /// <value><see langword="null"/> for none.</value>
    public double[]? Gradient { get; init; }

    /// <summary>What a completed trial recorded beside its metrics.</summary>
    /// <value><see langword="null"/> for nothing.</value>
    public RecordedValue[]? Records { get; init; }

    /// <summary>What made it fail.</summary>
    public FailureCause Cause { get; init; }

    /// <summary>What the attempt has cost; <see langword="null"/> where it did not say.</summary>
    public double? Cost { get; init; }

    public static StoredOutcome Failed(string reason, Exception? exception = null, FailureCause cause = FailureCause.Error)
        => new(TrialState.Failed, []) { Reason = reason, Exception = exception, Cause = cause };
}
