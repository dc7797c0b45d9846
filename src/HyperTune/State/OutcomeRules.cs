using HyperTune.Text;

namespace HyperTune.State;

/// <summary>Applies a study's rules to what objectives return.</summary>
internal static class OutcomeRules
{
    /// <summary>An objective's outcome as it is kept: what is not finite fails; the value of a pruned trial follows from its reports.</summary>
    /// <param name="outcome">What the objective returned.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="gradient">The derivatives that came with it.</param>
    public static StoredOutcome Of(in TrialOutcome outcome, Exception? exception, double[]? gradient = null) => outcome.State switch
    {
        TrialState.Completed when double.IsFinite(outcome.Value) => new StoredOutcome(TrialState.Completed, [outcome.Value]) { Gradient = gradient },
        TrialState.Completed => StoredOutcome.Failed($"The objective returned {NumberFormat.Invariant(outcome.Value)}, which is no finite number.", exception),
        TrialState.Pruned => new StoredOutcome(TrialState.Pruned, []),
        TrialState.Failed => StoredOutcome.Failed(outcome.Reason!, exception),
        _ => StoredOutcome.Failed("The objective returned default(TrialOutcome), which is no outcome.", exception),
    };
}
