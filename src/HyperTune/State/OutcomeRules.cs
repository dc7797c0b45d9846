using System.Collections.Immutable;
using HyperTune.Metrics;
using HyperTune.Text;

namespace HyperTune.State;

/// <summary>Applies a study's rules to what objectives return.</summary>
internal static class OutcomeRules
{
    /// <summary>Why a stored outcome cannot be one of a study with the given metrics; <see langword="null"/> where it can.</summary>
    public static string? FindFault(StoredOutcome outcome, ImmutableArray<Metric> metrics)
    {
        bool isCompleted = outcome.State == TrialState.Completed;
        if (outcome.Values.Length != metrics.Length && (isCompleted || outcome.Values.Length > 0))
        {
            return $"A trial ended with {outcome.Values.Length} values where the study has {metrics.Length} metrics.";
        }

        if (outcome.Cost is < 0 or double.NaN or double.PositiveInfinity)
        {
            return $"A trial ended with a cost of {NumberFormat.Invariant(outcome.Cost.Value)}, which must be finite and at least 0.";
        }

        return isCompleted && metrics.Any(metric => metric.IsObjective && !double.IsFinite(outcome.Values[metric.Index]))
            ? "A trial completed without a finite value."
            : null;
    }

    /// <summary>An objective's outcome as it is kept: what is not finite fails; the value of a pruned trial follows from its reports.</summary>
    /// <param name="outcome">What the objective returned.</param>
    /// <param name="gradient">The derivatives that came with it.</param>
    public static StoredOutcome Of(in TrialOutcome outcome, double[]? gradient = null) => outcome.State switch
    {
        TrialState.Completed when double.IsFinite(outcome.Value) => new StoredOutcome(TrialState.Completed, [outcome.Value]) { Gradient = gradient },
        TrialState.Completed => StoredOutcome.Failed($"The objective returned {NumberFormat.Invariant(outcome.Value)}, which is no finite number."),
        TrialState.Pruned => new StoredOutcome(TrialState.Pruned, []),
        TrialState.Failed => StoredOutcome.Failed(outcome.Reason!, cause: outcome.IsInfeasible ? FailureCause.Infeasible : FailureCause.Error),
        _ => StoredOutcome.Failed("The objective returned default(TrialOutcome), which is no outcome."),
    };

    /// <summary>The metrics that an objective returned, as they are kept: an objective that is not finite fails, a limited quantity may be anything.</summary>
    /// <param name="values">One raw value a metric.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="records">What the objective recorded beside them; a trial that fails keeps none of it.</param>
    public static StoredOutcome Of(double[] values, ImmutableArray<Metric> metrics, RecordedValue[]? records = null)
        => metrics.FirstOrDefault(metric => metric.IsObjective && !double.IsFinite(values[metric.Index])) is { } wrong
            ? StoredOutcome.Failed($"The objective returned {NumberFormat.Invariant(values[wrong.Index])} as {Printable.Of(wrong.Name)}, which is no finite number.")
            : new StoredOutcome(TrialState.Completed, values) { Records = records };
}
