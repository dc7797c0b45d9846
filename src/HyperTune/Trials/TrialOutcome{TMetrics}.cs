using HyperTune.Text;

namespace HyperTune;

/// <summary>
/// What an objective with several metrics returns: the metrics, "pruned" or "failed". A <typeparamref name="TMetrics"/> converts to it, and so do
/// <see cref="TrialOutcome.Pruned"/>, <see cref="TrialOutcome.Failed"/> and <see cref="TrialOutcome.Infeasible"/>.
/// </summary>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
/// <example><c>return trial.ShouldPrune ? TrialOutcome.Pruned : new Score(accuracy, latency);</c></example>
public readonly record struct TrialOutcome<TMetrics>
    where TMetrics : struct, IMetrics<TMetrics>
{
    private TrialOutcome(TrialState state, TMetrics metrics, string? reason)
    {
        State = state;
        Metrics = metrics;
        Reason = reason;
    }

    /// <summary>How the trial ends; <see cref="TrialState.Running"/> only in <see langword="default"/>, which studies take as a failure.</summary>
    public TrialState State { get; }

    /// <summary>The metrics of a completed trial; <see langword="default"/> of any other.</summary>
    public TMetrics Metrics { get; }

    /// <summary>Why the trial failed; <see langword="null"/> unless it did.</summary>
    public string? Reason { get; }

    /// <summary>Whether the trial failed because its config cannot be used (<see cref="TrialOutcome.Infeasible"/>).</summary>
    public bool IsInfeasible { get; private init; }

    /// <summary>The trial ran to its end. An objective among the metrics that is not finite makes it a failed trial.</summary>
    /// <param name="metrics">What the objective found.</param>
    public static implicit operator TrialOutcome<TMetrics>(TMetrics metrics) => new(TrialState.Completed, metrics, null);

    /// <summary>The trial was pruned or failed. A single number is no outcome where there are metrics: it makes a failed trial.</summary>
    /// <param name="outcome">How it ended.</param>
    public static implicit operator TrialOutcome<TMetrics>(TrialOutcome outcome) => outcome.State switch
    {
        TrialState.Completed => new(
            TrialState.Failed, default, $"The objective returned the number {NumberFormat.Invariant(outcome.Value)} in place of {typeof(TMetrics).Name}."),
        _ => new(outcome.State, default, outcome.Reason) { IsInfeasible = outcome.IsInfeasible },
    };

    /// <summary>The outcome in a few words.</summary>
    public override string ToString() => State switch
    {
        TrialState.Completed => Printable.Of($"{Metrics}"),
        TrialState.Pruned => "pruned",
        TrialState.Failed => $"{(IsInfeasible ? "infeasible" : "failed")}: {Printable.Of(Reason ?? "")}",
        _ => "no outcome",
    };
}
