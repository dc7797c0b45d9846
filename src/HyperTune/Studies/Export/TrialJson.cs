using System.Text.Json;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Studies.Export;

/// <summary>A trial as a JSON object.</summary>
internal static class TrialJson
{
    public static void Write<T>(Utf8JsonWriter writer, SearchSpace<T> space, TrialRecord<T> trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", trial.Number);
        writer.WriteString("state", TrialStates.Word(trial.State));
        if (trial.Value is { } value)
        {
            WriteNumber(writer, "value", value);
        }

        writer.WriteString("startedAt", trial.StartedAt);
        if (trial.Duration is { } duration)
        {
            writer.WriteNumber("durationSeconds", duration.TotalSeconds);
        }

        WriteFlag(writer, "enqueued", trial.IsEnqueued);
        WriteFlag(writer, "imported", trial.IsImported);
        if (trial.FailureReason is { } reason)
        {
            writer.WriteString("failure", reason);
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
                WriteFlag(writer, "instance", report.Kind == ReportKind.Instance);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
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

    private static void WriteNumber(Utf8JsonWriter writer, string name, double value)
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
}
