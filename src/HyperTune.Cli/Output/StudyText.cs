using System.Globalization;

namespace HyperTune.Cli.Output;

/// <summary>Facts of studies and trials in words.</summary>
internal static class StudyText
{
    /// <summary>What the study aims for, for instance <c>minimize</c>.</summary>
    public static string Goal(RestoredStudy study)
        => study.HasPlainValue ? Word(study.Result.Direction) : string.Join("; ", study.Metrics);

    /// <summary>How many trials there are, and in which states.</summary>
    public static string Counts(RestoredStudy study) => TrialTotals.Counts(study.Totals);

    /// <summary>What the study has reached, in one cell; the best trial is the one to use.</summary>
    public static string Reached(RestoredStudy study) => Reached(study, static result => result.BestOrDefault);

    /// <summary>The same with the best observed trial, which asks for no model of the noise: it takes no time, also for many studies.</summary>
    /// <param name="study">The study.</param>
    /// <param name="digits">How many significant digits values are given with; <see langword="null"/> for all.</param>
    public static string Observed(RestoredStudy study, int? digits = null) => Reached(study, static result => result.BestObservedOrDefault, digits);

    /// <summary>A trial's metrics, for instance <c>0.93</c> or <c>Accuracy 0.93, Seconds 12</c>.</summary>
    /// <param name="study">The study.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="digits">How many significant digits they are given with; <see langword="null"/> for all.</param>
    public static string Values(RestoredStudy study, TrialRecord<RestoredConfig> trial, int? digits = null)
        => study.HasPlainValue
            ? Number(trial.Value, digits)
            : string.Join(", ", study.Metrics.Select(metric => $"{metric.Name} {Number(ValueOf(trial, metric), digits)}"));

    /// <summary>A trial's value of a metric; <see langword="null"/> where it has none.</summary>
    public static double? ValueOf(TrialRecord<RestoredConfig> trial, Metric metric)
        => trial.Values.IsEmpty || (trial.State != TrialState.Completed && double.IsNaN(trial.Values.Span[metric.Index])) ? null : trial.Values.Span[metric.Index];

    /// <summary>A number as invariant text; empty for none.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many significant digits it is given with; <see langword="null"/> for as many as tell it from all others.</param>
    public static string Number(double? value, int? digits = null)
        => value is not { } number ? ""
            : digits is { } few ? number.ToString($"G{few}", CultureInfo.InvariantCulture)
            : NumberFormat.Invariant(number);

    /// <summary>The names and values of a trial's config.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ConfigOf(TrialRecord<RestoredConfig> trial) => trial.OwnValues();

    private static string Reached(RestoredStudy study, Func<StudyResult<RestoredConfig>, TrialRecord<RestoredConfig>?> choose, int? digits = null)
        => study.Objectives.Length > 1 ? $"{study.Result.Front.Length} in the front"
            : choose(study.Result) is { } best ? $"{Values(study, best, digits)} in trial {best.Number}"
            : study.Result.NearestNumber >= 0 ? $"none within the limits, nearest trial {study.Result.NearestNumber}"
            : "none";

    private static string Word(OptimizationDirection direction) => direction == OptimizationDirection.Maximize ? "maximize" : "minimize";
}
