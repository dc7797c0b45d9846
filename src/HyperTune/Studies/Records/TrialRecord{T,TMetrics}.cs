using System.Collections.Immutable;
using HyperTune.Metrics;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune;

/// <summary>What is known about a trial of a study with several metrics at one moment; it does not change later.</summary>
/// <typeparam name="T">The config type.</typeparam>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
public sealed class TrialRecord<T, TMetrics>
    where TMetrics : struct, IMetrics<TMetrics>
{
    internal TrialRecord(TrialRecord<T> record) => Inner = record;

    /// <inheritdoc cref="TrialRecord{T}.Number"/>
    public int Number => Inner.Number;

    /// <inheritdoc cref="TrialRecord{T}.Config"/>
    public T Config => Inner.Config;

    /// <inheritdoc cref="TrialRecord{T}.Fits"/>
    public bool Fits => Inner.Fits;

    /// <inheritdoc cref="TrialRecord{T}.Vector"/>
    public ReadOnlyMemory<double> Vector => Inner.Vector;

    /// <inheritdoc cref="TrialRecord{T}.State"/>
    public TrialState State => Inner.State;

    /// <summary>
    /// The metrics of a completed trial, made again from what the study keeps: members that are neither metrics nor records (<see cref="RecordAttribute"/>) have
    /// their types' defaults.
    /// </summary>
    /// <exception cref="InvalidOperationException">The trial has not completed.</exception>
    public TMetrics Metrics => MetricsOrDefault
        ?? throw new InvalidOperationException($"Trial {Number} has no {TMetrics.Metrics.Name}: it is {TrialStates.Word(State)}, not completed.");

    /// <summary>What <see cref="Metrics"/> is; <see langword="null"/> unless the trial completed.</summary>
    public TMetrics? MetricsOrDefault => State == TrialState.Completed ? MetricsVector.ToMetrics<TMetrics>(Inner.Values.Span, Inner.Records) : null;

    /// <summary>
    /// By how much the trial breaks the limits: each breach as a share of its limit (of a limit of 0, in the metric's unit), summed; 0 where it keeps them
    /// all, and for a trial that has not completed.
    /// </summary>
    public double Violation => State == TrialState.Completed ? TMetrics.Metrics.Violation(Inner.Values.Span) : 0;

    /// <summary>Whether the trial completed and keeps all limits.</summary>
    public bool IsFeasible => State == TrialState.Completed && Violation <= 0;

    /// <summary>
    /// The intermediate metrics, in ascending order of steps; made when they are read: keep the list where you need it often. Records are kept of outcomes only,
    /// and have their types' defaults here.
    /// </summary>
    public ImmutableArray<TrialReport<TMetrics>> Reports
    {
        get
        {
            Dictionary<int, double[]> known = Inner.ReportedMetrics.ToDictionary(static report => report.Step, static report => report.Values);
            return
            [
                .. Inner.Reports.Select(report => Typed(report, known.GetValueOrDefault(report.Step))),
            ];
        }
    }

    /// <summary>
    /// The standard error of the metric that the pruner judges (<see cref="Pruner.By"/>), or the first objective, as <see cref="TrialRecord{T}.StandardError"/> is.
    /// </summary>
    public double? StandardError => Inner.StandardError;

    /// <inheritdoc cref="TrialRecord{T}.FailureReason"/>
    public string? FailureReason => Inner.FailureReason;

    /// <inheritdoc cref="TrialRecord{T}.FailureCause"/>
    public FailureCause? FailureCause => Inner.FailureCause;

    /// <inheritdoc cref="TrialRecord{T}.Cost"/>
    public double? Cost => Inner.Cost;

    /// <inheritdoc cref="TrialRecord{T}.Exception"/>
    public Exception? Exception => Inner.Exception;

    /// <inheritdoc cref="TrialRecord{T}.FailedAttempts"/>
    public ImmutableArray<FailedAttempt> FailedAttempts => Inner.FailedAttempts;

    /// <inheritdoc cref="TrialRecord{T}.ExclusionReason"/>
    public string? ExclusionReason => Inner.ExclusionReason;

    /// <inheritdoc cref="TrialRecord{T}.IsExcluded"/>
    public bool IsExcluded => Inner.IsExcluded;

    /// <inheritdoc cref="TrialRecord{T}.StartedAt"/>
    public DateTimeOffset StartedAt => Inner.StartedAt;

    /// <inheritdoc cref="TrialRecord{T}.Duration"/>
    public TimeSpan? Duration => Inner.Duration;

    /// <summary>Whether the config was enqueued rather than suggested by the strategy.</summary>
    public bool IsEnqueued => Inner.IsEnqueued;

    /// <inheritdoc cref="TrialRecord{T}.IsImported"/>
    public bool IsImported => Inner.IsImported;

    /// <inheritdoc cref="TrialRecord{T}.Artifacts"/>
    public ArtifactList Artifacts => Inner.Artifacts;

    /// <inheritdoc cref="TrialRecord{T}.Parent"/>
    public int? Parent => Inner.Parent;

    /// <inheritdoc cref="TrialRecord{T}.Worker"/>
    public string? Worker => Inner.Worker;

    /// <inheritdoc cref="TrialRecord{T}.Checkpoint"/>
    public Artifact? Checkpoint => Inner.Checkpoint;

    /// <inheritdoc cref="TrialRecord{T}.Directory"/>
    public string? Directory => Inner.Directory;

    internal TrialRecord<T> Inner { get; }

    /// <summary>A report with its metrics.</summary>
    /// <param name="report">The value that trials report.</param>
    /// <param name="values">All metrics at that step; <see langword="null"/> where they are not known.</param>
    internal static TrialReport<TMetrics> Typed(TrialReport report, double[]? values)
    {
        TMetrics? metrics = values is not null ? TMetrics.Metrics.Decode(values)
            : TMetrics.Metrics.All.Length == 1 ? TMetrics.Metrics.Decode([report.Value])
            : null;
        return new TrialReport<TMetrics>(report.Step, report.Value, metrics) { Kind = report.Kind };
    }

    /// <summary>The losses, smaller is better, one an objective.</summary>
    internal double[] Losses
    {
        get
        {
            double[] losses = new double[TMetrics.Metrics.Objectives.Length];
            TMetrics.Metrics.ToLosses(Inner.Values.Span, losses);
            return losses;
        }
    }

    /// <inheritdoc cref="TrialRecord{T}.Describe"/>
    public string Describe() => Inner.Describe();

    /// <summary>The trial in one line, for instance <c>Trial 7: completed with Accuracy 0.93, LatencyMs 12 (Units = 64)</c>.</summary>
    public override string ToString()
    {
        if (State != TrialState.Completed)
        {
            return Inner.ToString();
        }

        IEnumerable<string> values = TMetrics.Metrics.All.Select(metric => $"{Printable.Of(metric.Name)} {NumberFormat.Invariant(Inner.Values.Span[metric.Index])}");
        return $"Trial {Number}: completed with {string.Join(", ", values)}{(IsFeasible ? "" : ", outside the limits")}{(IsExcluded ? $", excluded: {Printable.Of(ExclusionReason!)}" : "")} ({Describe()})";
    }
}
