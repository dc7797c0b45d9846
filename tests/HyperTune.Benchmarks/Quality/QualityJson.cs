using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>The quality benchmark's figures as JSON; null where there is no finite one, as of a ratio to 0.</summary>
internal static class QualityJson
{
    public static void Write(IReadOnlyList<QualityResult> results, StudySettings settings, ulong firstSeed, Judgement? judgement, string file)
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
            WriteFinite(writer, "median", final.Median);
            WriteFinite(writer, "lower", final.Lower);
            WriteFinite(writer, "upper", final.Upper);
            writer.WriteNumber("meanMilliseconds", result.MeanMilliseconds);
            writer.WriteStartObject("medianAt");
            foreach ((int count, double median) in result.Medians)
            {
                WriteFinite(writer, $"{count}", median);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("finals");
            foreach (StudyRun run in result.Runs)
            {
                WriteFinite(writer, run.Final);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (judgement is not null)
        {
            WriteJudgement(judgement, writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteJudgement(Judgement judgement, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("judgement");
        writer.WriteNumber("firstChoiceSeed", judgement.FirstChoiceSeed);
        writer.WriteNumber("choiceSeeds", judgement.ChoiceSeeds);
        WriteFinite(writer, "ratio", judgement.Comparison.Ratio);
        WriteFinite(writer, "standardError", judgement.Comparison.StandardError);
        writer.WriteStartArray("cells");
        for (int i = 0; i < judgement.Cells.Count; i++)
        {
            JudgedCell cell = judgement.Cells[i];
            writer.WriteStartObject();
            writer.WriteString("judged", cell.Judged.Strategy);
            writer.WriteString("other", cell.Other.Strategy);
            writer.WriteString("problem", cell.Judged.Problem.Name);
            writer.WriteString("variant", cell.Judged.Variant.ToString().ToLowerInvariant());
            WriteFinite(writer, "ratio", cell.Comparison.Ratio);
            WriteFinite(writer, "medianRatio", cell.Comparison.MedianRatio);
            writer.WriteNumber("chance", cell.Chance);
            writer.WriteNumber("chanceAfterHolm", judgement.Chances[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFinite(Utf8JsonWriter writer, string name, double value)
    {
        writer.WritePropertyName(name);
        WriteFinite(writer, value);
    }

    private static void WriteFinite(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
