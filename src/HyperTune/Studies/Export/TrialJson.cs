using System.Text.Json;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Studies.Export;

/// <summary>A trial as a JSON object.</summary>
internal static class TrialJson
{
    public static void Write<T>(Utf8JsonWriter writer, SearchSpace<T> space, TrialRecord<T> trial, ExportedOutcomes outcomes)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", trial.Number);
        writer.WriteString("state", TrialStates.Word(trial.State));
        outcomes.WriteTrial(writer, trial);
        if (trial.Start is { } start)
        {
            writer.WriteString("startedAt", start);
        }

        if (trial.Duration is { } duration)
        {
            writer.WriteNumber("durationSeconds", duration.TotalSeconds);
        }

        WriteFlag(writer, "enqueued", trial.IsEnqueued);
        WriteFlag(writer, "imported", trial.IsImported);
        if (trial.Parent is { } parent)
        {
            writer.WriteNumber("parent", parent);
        }

        if (trial.FailureReason is { } reason)
        {
            writer.WriteString("failure", reason);
        }

        if (trial.ExclusionReason is { } exclusion)
        {
            writer.WriteString("excluded", exclusion);
        }

        WriteConfig(writer, space, trial);
        if (!trial.Reports.IsEmpty)
        {
            writer.WriteStartArray("reports");
            foreach (TrialReport report in trial.Reports)
            {
                writer.WriteStartObject();
                writer.WriteNumber("step", report.Step);
                WriteNumber(writer, "value", report.Value);
                outcomes.WriteReport(writer, trial, report.Step);
                WriteFlag(writer, "instance", report.Kind == ReportKind.Instance);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a number; one that JSON does not have, as text.</summary>
    public static void WriteNumber(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteString(name, NumberFormat.Invariant(value));
        }
    }

    // A trial of an earlier search space has no config of now, only values of its own.
    private static void WriteConfig<T>(Utf8JsonWriter writer, SearchSpace<T> space, TrialRecord<T> trial)
    {
        if (trial.HasConfig)
        {
            writer.WritePropertyName("config");
            space.WriteJson(writer, trial.Config);
            return;
        }

        writer.WriteStartObject("values");
        foreach ((string name, string value) in trial.OwnValues())
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool flag)
    {
        if (flag)
        {
            writer.WriteBoolean(name, true);
        }
    }
}
