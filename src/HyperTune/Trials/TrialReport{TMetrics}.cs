namespace HyperTune;

/// <summary>An intermediate report of a trial of a study with several metrics.</summary>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
/// <param name="Step">The step, for instance the epoch, or the number of the instance, for instance the fold; at least 0.</param>
/// <param name="Value">The metric that the pruner judges, at that step; any number, NaN included.</param>
/// <param name="Metrics">All metrics at that step; <see langword="null"/> where only the value was reported.</param>
public readonly record struct TrialReport<TMetrics>(int Step, double Value, TMetrics? Metrics)
    where TMetrics : struct, IMetrics<TMetrics>
{
    /// <summary>Whether the report is about the trial's progress or about one instance.</summary>
    /// <value>By default <see cref="ReportKind.Progress"/>.</value>
    public ReportKind Kind { get; init; }
}
