using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace HyperTune.Views.Documents;

/// <summary>Trials as columns, an entry a trial: a fifth of what objects take. Texts keep their places from one writing to the next, so that a page can be patched.</summary>
/// <param name="metrics">The study's metrics.</param>
/// <param name="parameterCount">How many parameters its space has.</param>
internal sealed class TrialColumns(ImmutableArray<Metric> metrics, int parameterCount)
{
    // Of intermediate values, more digits than a plot can show are dropped.
    private const string ReportFormat = "G6";

    private readonly NameTable _workers = new();
    private readonly NameTable _origins = new();
    private readonly NameTable _failures = new();

    /// <summary>Writes the members of <c>TrialData</c> that have an entry a trial, and the texts that they point to.</summary>
    /// <param name="writer">Stands in an object.</param>
    /// <param name="rows">The trials to write.</param>
    /// <param name="lanes">The lane of each trial of the study.</param>
    /// <param name="begin">When the first trial started.</param>
    public void Write(Utf8JsonWriter writer, IReadOnlyList<TrialRow> rows, string?[] lanes, DateTimeOffset? begin)
    {
        writer.WriteString("state", string.Create(rows.Count, rows, static (letters, rows) =>
        {
            for (int i = 0; i < letters.Length; i++)
            {
                letters[i] = LetterOf(rows[i]);
            }
        }));
        writer.WriteStartArray("metrics");
        foreach (Metric metric in metrics)
        {
            Column(writer, rows, row => ValueOf(row, metric));
        }

        writer.WriteEndArray();
        writer.WriteStartArray("parameters");
        for (int i = 0; i < parameterCount; i++)
        {
            int index = i;
            Column(writer, rows, row => row.Vector.IsEmpty ? null : row.Vector.Span[index]);
        }

        writer.WriteEndArray();
        Column(writer, "start", rows, row => Milli((row.StartedAt - begin)?.TotalSeconds));
        Column(writer, "duration", rows, static row => Milli(row.Duration?.TotalSeconds));
        Column(writer, "worker", rows, row => _workers.PlaceOf(lanes[row.Number]));
        Column(writer, "origin", rows, row => _origins.PlaceOf(row.Origin));
        Column(writer, "parent", rows, static row => row.Parent);
        Column(writer, "error", rows, static row => row.StandardError);
        Column(writer, "cost", rows, static row => row.Cost);
        Column(writer, "failure", rows, row => _failures.PlaceOf(row.Failure));
        _workers.Write(writer, "workers");
        _origins.Write(writer, "origins");
        _failures.Write(writer, "failures");
        WriteReports(writer, rows);
        WriteArtifacts(writer, rows);
    }

    /// <summary>A trial's value of a metric: of a pruned one, the last report of the first objective.</summary>
    internal static double? ValueOf(TrialRow row, Metric metric)
    {
        double value = row.Values.IsEmpty ? double.NaN : row.Values.Span[metric.Index];
        return !double.IsNaN(value) ? value : row.State == TrialState.Pruned && metric.Index == 0 ? row.Value : null;
    }

    private static char LetterOf(TrialRow row)
        => row.IsExcluded ? 'E'
            : row.IsInfeasible ? 'I'
            : !row.Fits && row.State == TrialState.Completed ? 'O'
            : row.State switch
            {
                TrialState.Completed => 'C',
                TrialState.Pruned => 'P',
                TrialState.Failed => 'F',
                TrialState.Waiting => 'W',
                TrialState.Cancelled => 'X',
                _ => 'R',
            };

    private static double? Milli(double? seconds) => seconds is { } known ? Math.Round(known, 3) : null;

    private static void Column(Utf8JsonWriter writer, string name, IReadOnlyList<TrialRow> rows, Func<TrialRow, double?> value)
    {
        writer.WritePropertyName(name);
        Column(writer, rows, value);
    }

    private static void Column(Utf8JsonWriter writer, IReadOnlyList<TrialRow> rows, Func<TrialRow, double?> value)
    {
        writer.WriteStartArray();
        foreach (TrialRow row in rows)
        {
            if (value(row) is { } number && double.IsFinite(number))
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteReports(Utf8JsonWriter writer, IReadOnlyList<TrialRow> rows)
    {
        writer.WriteStartObject("reports");
        foreach (TrialRow row in rows.Where(static row => !row.Reports.IsEmpty))
        {
            writer.WriteStartObject(NumberFormat.Invariant(row.Number));
            writer.WriteStartArray("steps");
            foreach (TrialReport report in row.Reports)
            {
                writer.WriteNumberValue(report.Step);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("values");
            foreach (TrialReport report in row.Reports)
            {
                if (double.IsFinite(report.Value))
                {
                    writer.WriteRawValue(report.Value.ToString(ReportFormat, CultureInfo.InvariantCulture), skipInputValidation: true);
                }
                else
                {
                    writer.WriteNullValue();
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteArtifacts(Utf8JsonWriter writer, IReadOnlyList<TrialRow> rows)
    {
        writer.WriteStartObject("artifacts");
        foreach (TrialRow row in rows.Where(static row => row.Artifacts.Count > 0))
        {
            writer.WriteStartArray(NumberFormat.Invariant(row.Number));
            foreach (Artifact artifact in row.Artifacts)
            {
                writer.WriteStartObject();
                writer.WriteString("name", artifact.Name);
                writer.WriteNumber("size", artifact.Length);
                writer.WriteString("type", MediaType.Of(artifact.Name));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
