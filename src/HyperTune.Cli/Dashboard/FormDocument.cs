using System.Globalization;
using System.Text.Json;
using HyperTune.Views.Documents;

namespace HyperTune.Cli.Dashboard;

/// <summary>What the forms of a study ask: a field a parameter, with the range that the compiler checked, and a field a metric.</summary>
internal static class FormDocument
{
    // Of a count, a condition lists the numbers that it admits.
    private const int MostNumbers = 1000;

    /// <param name="writer">Receives one object.</param>
    /// <param name="space">The study's space, with its conditions.</param>
    /// <param name="metrics">What its trials end with.</param>
    public static void Write(Utf8JsonWriter writer, SearchSpace space, IEnumerable<Metric> metrics)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("parameters");
        foreach (Parameter parameter in space.Parameters)
        {
            ParameterDocument.Write(writer, parameter, [], parameter.DefaultValue, writer => WriteCondition(writer, parameter.Condition));
        }

        writer.WriteEndArray();
        MetricDocument.Write(writer, metrics);
        writer.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter writer, ParameterCondition? condition)
    {
        if (condition is null || ValuesOf(condition) is not { } values)
        {
            writer.WriteNull("when");
            return;
        }

        writer.WriteStartObject("when");
        writer.WriteString("parameter", condition.Parent.Name);
        writer.WriteStartArray("values");
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<string>? ValuesOf(ParameterCondition condition)
    {
        Parameter parent = condition.Parent;
        return parent.Distribution.Count is <= MostNumbers and var count
            ? Enumerable.Range(0, (int)count).Select(i => parent.Distribution.FromIndex(i)).Where(condition.IsMetBy)
                .Select(value => parent.Distribution.Labels.IsEmpty ? value.ToString("R", CultureInfo.InvariantCulture) : parent.Format(value))
            : null;
    }
}
