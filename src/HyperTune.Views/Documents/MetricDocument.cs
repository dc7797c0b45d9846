using System.Text.Json;

namespace HyperTune.Views.Documents;

/// <summary>What trials end with.</summary>
internal static class MetricDocument
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<Metric> metrics)
    {
        writer.WriteStartArray("metrics");
        foreach (Metric metric in metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("name", metric.Name);
            writer.WriteString("direction", metric.Direction switch
            {
                OptimizationDirection.Minimize => "minimize",
                OptimizationDirection.Maximize => "maximize",
                _ => "none",
            });
            writer.WriteBoolean("isObjective", metric.IsObjective);
            ParameterDocument.Nullable(writer, "low", metric.AtLeast);
            ParameterDocument.Nullable(writer, "high", metric.AtMost);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
