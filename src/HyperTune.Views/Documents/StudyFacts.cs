using System.Globalization;

namespace HyperTune.Views.Documents;

/// <summary>The line below a page's title.</summary>
internal static class StudyFacts
{
    public static IEnumerable<string> Of(StudySource study)
    {
        yield return study.HasPlainValue
            ? study.Objectives[0].Direction == OptimizationDirection.Maximize ? "Maximizes its value" : "Minimizes its value"
            : string.Join(", ", study.Metrics.Select(static metric => $"{metric}"));
        if (study.Strategy is { } strategy)
        {
            yield return strategy;
        }

        if (study.Seed is { } seed)
        {
            yield return $"Seed {NumberFormat.Invariant(seed)}";
        }

        if (StudyDocument.BeginOf(study.Trials) is { } begin)
        {
            yield return begin.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
        }
    }
}
