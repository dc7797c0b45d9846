using System.Text.Json;
using HyperTune.Metrics;
using HyperTune.Storage.Payloads;
using HyperTune.Text;

namespace HyperTune.Studies.Export;

/// <summary>Trials that end with several metrics.</summary>
/// <param name="metrics">The metrics.</param>
/// <param name="front">The numbers of the trials that no other one beats.</param>
/// <param name="reference">The reference of the hypervolume, one value a metric; <see langword="null"/> where the study has none.</param>
/// <param name="volumes">The hypervolume by each trial; empty without a reference.</param>
internal sealed class ExportedMetrics(MetricsDescriptor metrics, IReadOnlySet<int> front, double[]? reference, IReadOnlyList<double> volumes) : ExportedOutcomes
{
    public override IReadOnlyList<string> Columns { get; } =
    [
        .. metrics.All.Select(static metric => metric.Name),
        .. metrics.Records.Select(static record => record.Name),
        "in_front",
        .. (string[])(metrics.Limits.IsEmpty ? [] : ["violation"]),
        .. (string[])(reference is null ? [] : ["hypervolume"]),
    ];

    public override IEnumerable<string> Cells<T>(TrialRecord<T> trial)
    {
        foreach (Metric metric in metrics.All)
        {
            yield return IsKnown(trial, metric) ? NumberFormat.Invariant(trial.Values.Span[metric.Index]) : "";
        }

        foreach (MetricRecord record in metrics.Records)
        {
            yield return Array.Find(trial.Records ?? [], known => known.Name == record.Name).Value.ToString();
        }

        yield return front.Contains(trial.Number) ? "true" : "false";
        if (!metrics.Limits.IsEmpty)
        {
            yield return trial.State == TrialState.Completed ? NumberFormat.Invariant(metrics.Violation(trial.Values.Span)) : "";
        }

        if (reference is not null)
        {
            yield return NumberFormat.Invariant(volumes[trial.Number]);
        }
    }

    public override void WriteGoal(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("metrics");
        foreach (Metric metric in metrics.All)
        {
            writer.WriteStartObject();
            writer.WriteString("name", metric.Name);
            if (metric.Direction is { } direction)
            {
                writer.WriteString("direction", direction.ToString());
            }

            WriteLimit(writer, "atLeast", metric.AtLeast);
            WriteLimit(writer, "atMost", metric.AtMost);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public override void WriteReached(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("front");
        foreach (int number in front)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
        if (reference is not null)
        {
            WriteMetrics(writer, "reference", reference);
            TrialJson.WriteNumber(writer, "hypervolume", volumes.Count == 0 ? 0 : volumes[^1]);
        }
    }

    public override void WriteTrial<T>(Utf8JsonWriter writer, TrialRecord<T> trial)
    {
        if (metrics.All.Any(metric => IsKnown(trial, metric)))
        {
            writer.WriteStartObject("metrics");
            foreach (Metric metric in metrics.All.Where(metric => IsKnown(trial, metric)))
            {
                TrialJson.WriteNumber(writer, metric.Name, trial.Values.Span[metric.Index]);
            }

            writer.WriteEndObject();
        }

        if (trial.Records is { } records)
        {
            writer.WriteStartObject("records");
            foreach ((string name, RecordValue value) in records)
            {
                WriteRecord(writer, name, value);
            }

            writer.WriteEndObject();
        }

        if (trial.State == TrialState.Completed && !metrics.Limits.IsEmpty)
        {
            TrialJson.WriteNumber(writer, "violation", metrics.Violation(trial.Values.Span));
        }
    }

    public override void WriteReport<T>(Utf8JsonWriter writer, TrialRecord<T> trial, int step)
    {
        if (trial.ReportedMetrics.FirstOrDefault(reported => reported.Step == step) is { Values: { } values })
        {
            WriteMetrics(writer, "metrics", values);
        }
    }

    private void WriteMetrics(Utf8JsonWriter writer, string name, double[] values)
    {
        writer.WriteStartObject(name);
        foreach (Metric metric in metrics.All)
        {
            TrialJson.WriteNumber(writer, metric.Name, values[metric.Index]);
        }

        writer.WriteEndObject();
    }

    private static void WriteRecord(Utf8JsonWriter writer, string name, RecordValue value)
    {
        if (value.Kind == RecordKind.Real)
        {
            TrialJson.WriteNumber(writer, name, value.Real);
        }
        else
        {
            writer.WritePropertyName(name);
            RecordPayload.Write(writer, value);
        }
    }

    private static void WriteLimit(Utf8JsonWriter writer, string name, double limit)
    {
        if (double.IsFinite(limit))
        {
            writer.WriteNumber(name, limit);
        }
    }

    // NaN is a value that a limited metric of a completed trial can have; of a pruned trial, it is one that nobody knows.
    private static bool IsKnown<T>(TrialRecord<T> trial, Metric metric)
        => !trial.Values.IsEmpty && (trial.State == TrialState.Completed || !double.IsNaN(trial.Values.Span[metric.Index]));
}
