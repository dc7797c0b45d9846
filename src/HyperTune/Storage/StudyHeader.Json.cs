using System.Collections.Immutable;
using System.Text.Json;
using HyperTune.Spaces.Comparison;
using HyperTune.Storage.Payloads;
using HyperTune.Text;

namespace HyperTune;

public sealed partial record StudyHeader
{
    /// <summary>The header as text in JSON (UTF-8), for a storage to keep.</summary>
    public byte[] ToUtf8Bytes() => PayloadJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        if (Seed is { } seed)
        {
            writer.WriteString("seed", SeedText.Write(seed));
        }

        writer.WriteStartArray("metrics");
        foreach (Metric metric in Metrics)
        {
            WriteMetric(writer, metric);
        }

        writer.WriteEndArray();
        if (Space is { } space)
        {
            writer.WritePropertyName("space");
            OutlinePayload.Write(writer, space);
        }

        writer.WriteEndObject();
    });

    /// <summary>Reads what <see cref="ToUtf8Bytes"/> wrote.</summary>
    /// <param name="payload">The text.</param>
    /// <exception cref="InvalidDataException">The text is no header.</exception>
    public static StudyHeader Read(ReadOnlySpan<byte> payload) => PayloadJson.Read(payload, static (ref Utf8JsonReader reader) =>
    {
        PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
        string? name = null;
        long? seed = null;
        ImmutableArray<Metric> metrics = [];
        SpaceOutline? space = null;
        while (PayloadJson.NextMember(ref reader, out string member))
        {
            switch (member)
            {
                case "name":
                    name = PayloadJson.ReadText(ref reader);
                    break;
                case "seed":
                    seed = SeedText.Read(PayloadJson.ReadText(ref reader));
                    break;
                case "metrics":
                    metrics = ReadMetrics(ref reader);
                    break;
                case "space":
                    space = OutlinePayload.Read(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return name is null || !metrics.Any(static metric => metric.IsObjective)
            ? throw new InvalidDataException("The header of a study has no name or no metrics to optimize.")
            : new StudyHeader { Name = name, Seed = seed, Metrics = metrics, Space = space };
    });

    private static void WriteMetric(Utf8JsonWriter writer, Metric metric)
    {
        writer.WriteStartObject();
        writer.WriteString("name", metric.Name);
        if (metric.Direction is { } direction)
        {
            writer.WriteString("direction", direction.ToString());
        }

        if (metric.AtLeast > double.NegativeInfinity)
        {
            writer.WriteNumber("atLeast", metric.AtLeast);
        }

        if (metric.AtMost < double.PositiveInfinity)
        {
            writer.WriteNumber("atMost", metric.AtMost);
        }

        writer.WriteEndObject();
    }

    private static ImmutableArray<Metric> ReadMetrics(ref Utf8JsonReader reader)
    {
        PayloadJson.Expect(ref reader, JsonTokenType.StartArray);
        var metrics = ImmutableArray.CreateBuilder<Metric>();
        while (PayloadJson.NextElement(ref reader))
        {
            PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
            string name = "";
            OptimizationDirection? direction = null;
            double atLeast = double.NegativeInfinity;
            double atMost = double.PositiveInfinity;
            while (PayloadJson.NextMember(ref reader, out string member))
            {
                switch (member)
                {
                    case "name":
                        name = PayloadJson.ReadText(ref reader);
                        break;
                    case "direction":
                        direction = ReadDirection(PayloadJson.ReadText(ref reader));
                        break;
                    case "atLeast":
                        atLeast = reader.GetDouble();
                        break;
                    case "atMost":
                        atMost = reader.GetDouble();
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            metrics.Add(new Metric(name, metrics.Count, direction, atLeast, atMost));
        }

        return metrics.ToImmutable();
    }

    private static OptimizationDirection ReadDirection(string text)
        => Enum.TryParse(text, out OptimizationDirection direction) && Enum.IsDefined(direction) && direction.ToString() == text
            ? direction
            : throw new FormatException($"'{text}' is no direction.");
}
