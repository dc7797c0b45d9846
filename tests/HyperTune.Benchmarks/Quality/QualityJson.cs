using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>The quality benchmark's figures as JSON.</summary>
internal static class QualityJson
{
    public static void Write(IReadOnlyList<QualityResult> results, StudySettings settings, ulong firstSeed, string file)
    {
        using FileStream stream = File.Create(file);
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteNumber("firstSeed", firstSeed);
        writer.WriteNumber("seeds", results[0].Runs.Length);
        writer.WriteNumber("workers", settings.Workers);
        writer.WriteBoolean("budgetKnown", settings.BudgetKnown);
        writer.WriteStartArray("results");
        foreach (QualityResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("strategy", result.Strategy);
            writer.WriteString("problem", result.Problem.Name);
            writer.WriteString("variant", result.Variant.ToString().ToLowerInvariant());
            writer.WriteNumber("trials", result.Runs[0].Regrets.Length);
            Quartiles final = result.Final;
            writer.WriteNumber("median", final.Median);
            writer.WriteNumber("lower", final.Lower);
            writer.WriteNumber("upper", final.Upper);
            writer.WriteNumber("meanMilliseconds", result.MeanMilliseconds);
            writer.WriteStartObject("medianAt");
            foreach ((int count, double median) in result.Medians)
            {
                writer.WriteNumber($"{count}", median);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("finals");
            foreach (StudyRun run in result.Runs)
            {
                writer.WriteNumberValue(run.Final);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
