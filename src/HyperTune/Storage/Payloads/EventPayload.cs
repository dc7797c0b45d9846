using System.Globalization;
using System.Text.Json;
using HyperTune.State;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Storage.Payloads;

/// <summary>
/// Events as JSON: the kind and the fields it has. A field or a kind that is not known is kept with the event, so that a newer program's entries pass
/// through an older one unharmed.
/// </summary>
internal static class EventPayload
{
    public static byte[] Write(in StudyEvent happened, PointLayouts layouts)
    {
        if (!happened.Payload.IsEmpty)
        {
            return happened.Payload.ToArray();
        }

        StudyEvent written = happened;
        return PayloadJson.Write(writer => Write(writer, in written, layouts));
    }

    public static StudyEvent Read(ReadOnlySpan<byte> payload, PointLayouts layouts)
    {
        var builder = new EventBuilder(layouts);
        StudyEvent read = PayloadJson.Read(payload, (ref Utf8JsonReader reader) => builder.Read(ref reader));
        return builder.IsKnown ? read : read with { Payload = payload.ToArray() };
    }

    /// <summary>Whether an event is about what trials saved.</summary>
    public static bool IsOfFiles(ReadOnlySpan<byte> payload) => PayloadJson.Read(payload, static (ref Utf8JsonReader reader) =>
    {
        bool isOfFiles = false;
        PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            isOfFiles |= member == "kind" && EventBuilder.TryReadKind(PayloadJson.ReadText(ref reader), out StudyEventKind kind) && StudyEvent.IsOfFiles(kind);
            reader.Skip();
        }

        return isOfFiles;
    });

    private static void Write(Utf8JsonWriter writer, in StudyEvent happened, PointLayouts layouts)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(happened.Kind.ToString()));
        writer.WriteString("time", Text(happened.Time));
        if (happened.Kind == StudyEventKind.SpaceChanged)
        {
            writer.WritePropertyName("outline");
            OutlinePayload.Write(writer, happened.Layout!.Outline);
        }
        else if (happened.Kind == StudyEventKind.SeedChosen)
        {
            writer.WriteString("seed", SeedText.Write(happened.Seed.GetValueOrDefault()));
        }
        else if (happened.Kind == StudyEventKind.FilesOpened)
        {
            writer.WriteString("scope", happened.Scope);
        }
        else if (happened.Note is { } note)
        {
            writer.WriteString("note", note.Name);
            WriteText(writer, "text", note.Text);
        }
        else if (happened.Kind != StudyEventKind.Narrowed)
        {
            writer.WriteNumber("trial", happened.Trial);
        }

        if (happened.Narrowing is { } narrowing)
        {
            writer.WritePropertyName("narrowing");
            OutlinePayload.Write(writer, narrowing);
        }

        WritePoint(writer, happened.Point, layouts);
        WriteText(writer, "owner", happened.Owner);
        WriteText(writer, "worker", happened.Worker);
        WriteText(writer, "source", happened.Source);
        if (happened.Outcome is null)
        {
            WriteText(writer, "reason", happened.Reason);
        }

        if (happened.Kind == StudyEventKind.Reported)
        {
            writer.WritePropertyName("report");
            WriteReport(writer, happened.Report);
        }

        if (happened.Parent is { } parent)
        {
            writer.WriteNumber("parent", parent);
        }

        if (happened.Interruptions > 0)
        {
            writer.WriteNumber("interruptions", happened.Interruptions);
        }

        if (happened.Kind == StudyEventKind.Retried)
        {
            writer.WriteString("due", Text(happened.Due));
        }

        if (happened.Key is { } key)
        {
            writer.WriteString("key", key.ToString());
        }

        if (happened.Kind == StudyEventKind.Imported)
        {
            writer.WriteString("started", Text(happened.Started));
        }

        if (happened.Reports is { Count: > 0 } reports)
        {
            writer.WriteStartArray("reports");
            foreach (TrialReport report in reports)
            {
                WriteReport(writer, report);
            }

            writer.WriteEndArray();
        }

        WriteReportedMetrics(writer, happened.ReportedMetrics);
        if (happened.File is { } file)
        {
            FilePayload.Write(writer, file);
        }

        WriteOutcome(writer, happened.Outcome);
        writer.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter writer, in TrialPoint point, PointLayouts layouts)
    {
        if (point.Layout is not null)
        {
            writer.WriteNumber("space", layouts.IndexOf(point.Layout));
            PayloadJson.WriteNumbers(writer, "values", point.Values.Span);
        }
    }

    private static void WriteReport(Utf8JsonWriter writer, TrialReport report)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(report.Step);
        PayloadJson.WriteNumber(writer, report.Value);
        if (report.Kind != ReportKind.Progress)
        {
            writer.WriteNumberValue((int)report.Kind);
        }

        writer.WriteEndArray();
    }

    private static void WriteReportedMetrics(Utf8JsonWriter writer, IReadOnlyList<ReportedMetrics>? reported)
    {
        if (reported is null)
        {
            return;
        }

        writer.WriteStartObject("reportedMetrics");
        foreach ((int step, double[] values) in reported)
        {
            PayloadJson.WriteNumbers(writer, NumberFormat.Invariant(step), values);
        }

        writer.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter writer, StoredOutcome? outcome)
    {
        if (outcome is null)
        {
            return;
        }

        writer.WriteString("state", TrialStates.Word(outcome.State));
        PayloadJson.WriteNumbers(writer, "metrics", outcome.Values);
        WriteText(writer, "reason", outcome.Reason);
        if (outcome.Gradient is { } gradient)
        {
            PayloadJson.WriteNumbers(writer, "gradient", gradient);
        }

        if (outcome.Cause != FailureCause.Error)
        {
            writer.WriteString("cause", FailureCauses.Word(outcome.Cause));
        }

        if (outcome.Cost is { } cost)
        {
            writer.WritePropertyName("cost");
            PayloadJson.WriteNumber(writer, cost);
        }

        if (outcome.Records is { } records)
        {
            writer.WriteStartObject("records");
            foreach ((string name, RecordValue value) in records)
            {
                writer.WritePropertyName(name);
                RecordPayload.Write(writer, value);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static string Text(DateTime utc) => utc.ToString("O", CultureInfo.InvariantCulture);
}
