namespace HyperTune;

/// <summary>How a trial ended: an objective's outcome after the study's rules have been applied to it.</summary>
/// <param name="State">Completed, pruned or failed; waiting for a trial of a cancelled run that the storage keeps.</param>
/// <param name="Value">The objective of a completed trial, the last report of a pruned one; otherwise not a number.</param>
/// <param name="Failure">Why the trial failed.</param>
internal readonly record struct TrialEnd(TrialState State, double Value, TrialFailure? Failure)
{
    /// <summary>Applies the rules: what is not finite fails, a pruned trial has the value of its last report.</summary>
    public static TrialEnd Of(in TrialOutcome outcome, Exception? exception, ReadOnlySpan<TrialReport> reports) => outcome.State switch
    {
        TrialState.Completed when double.IsFinite(outcome.Value) => new TrialEnd(TrialState.Completed, outcome.Value, null),
        TrialState.Completed => Failed($"The objective returned {NumberFormat.Invariant(outcome.Value)}, which is no finite number.", exception),
        TrialState.Pruned => new TrialEnd(TrialState.Pruned, reports.IsEmpty ? double.NaN : reports[^1].Value, null),
        TrialState.Failed => Failed(outcome.Reason!, exception),
        _ => Failed("The objective returned default(TrialOutcome), which is no outcome.", exception),
    };

    private static TrialEnd Failed(string reason, Exception? exception)
        => new(TrialState.Failed, double.NaN, new TrialFailure(reason, exception));
}
