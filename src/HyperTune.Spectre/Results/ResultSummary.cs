using System.Collections.Immutable;
using HyperTune.Terminal.Words;

namespace HyperTune.Terminal.Results;

/// <summary>What a run found, as texts that print.</summary>
/// <param name="Title">The study's name.</param>
/// <param name="Rows">What there is to say, as names and values: for a table.</param>
/// <param name="Lines">The same in a few lines.</param>
internal sealed record ResultSummary(string Title, ImmutableArray<(string Name, string Value)> Rows, ImmutableArray<string> Lines)
{
    private const int ShownTrials = 5;

    /// <summary>Sums up a study with one objective.</summary>
    public static ResultSummary Of<T>(StudyResult<T> result, ProgressWords words)
    {
        if (result.BestOrDefault is not { } best)
        {
            return Create(result, [("best", "no trial completed")], ["No trial completed."]);
        }

        string value = FormattableString.Invariant($"trial {best.Number} with {words.Value(best.Value.GetValueOrDefault())}");
        return Create(result, [("best", value), .. Config(best)], [$"Best: {value}: {best.Describe()}"]);
    }

    /// <summary>Sums up a study with several metrics: its best trial where there is one objective, otherwise its front.</summary>
    public static ResultSummary Of<T, TMetrics>(StudyResult<T, TMetrics> result, ProgressWords words)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        StudyResult<T> inner = result.Inner;
        if (result.ParetoFront.Count == 0)
        {
            string nearest = result.Nearest is { } near ? FormattableString.Invariant($"none within the limits, nearest trial {near.Number}") : "no trial completed";
            return Create(inner, [("best", nearest)], [$"Best: {nearest}."]);
        }

        if (TMetrics.Metrics.Objectives.Length == 1 && inner.BestOrDefault is { } best)
        {
            string value = FormattableString.Invariant($"trial {best.Number} with {Metrics<TMetrics>(best.Values.Span, words)}");
            return Create(inner, [("best", value), .. Config(best)], [$"Best: {value}: {best.Describe()}"]);
        }

        string volume = result.Reference is { } reference ? $", hypervolume {words.Value(result.Hypervolume(reference))}" : "";
        string front = $"{ProgressWords.Trials(result.ParetoFront.Count)}{volume}";
        (string Name, string Metrics, string Config)[] trials =
        [
            .. result.ParetoFront.Take(ShownTrials).Select(trial => (
                FormattableString.Invariant($"trial {trial.Number}"),
                Metrics<TMetrics>(trial.Inner.Values.Span, words),
                trial.Inner.Describe())),
        ];
        int more = result.ParetoFront.Count - trials.Length;
        string rest = FormattableString.Invariant($"and {more} more");
        return Create(
            inner,
            [
                ("front", front),
                .. trials.SelectMany(static trial => new[] { (trial.Name, trial.Metrics), ("", trial.Config) }),
                .. more > 0 ? [("", rest)] : Array.Empty<(string, string)>(),
            ],
            [
                $"Front: {front}",
                .. trials.Select(static trial => $"  {trial.Name}: {trial.Metrics}: {trial.Config}"),
                .. more > 0 ? [$"  {rest}"] : Array.Empty<string>(),
            ]);
    }

    private static ResultSummary Create<T>(StudyResult<T> result, ImmutableArray<(string, string)> rows, ImmutableArray<string> lines)
    {
        string trials = Trials(result);
        string duration = Durations.Write(result.Duration);
        string reason = Words(result.StopReason);
        return new ResultSummary(
            Printable.Of(result.StudyName),
            [("trials", trials), ("duration", duration), ("stopped", reason), .. rows],
            [$"Study '{Printable.Of(result.StudyName)}': {trials}; {duration}; {reason}.", .. lines]);
    }

    private static string Trials<T>(StudyResult<T> result)
    {
        IEnumerable<string> counts = result.Trials
            .CountBy(static trial => trial.State)
            .OrderBy(static count => count.Key)
            .Select(static count => FormattableString.Invariant($"{count.Value} {count.Key.ToString().ToLowerInvariant()}"));
        return result.Trials.Count == 0 ? "none" : FormattableString.Invariant($"{result.Trials.Count}: {string.Join(", ", counts)}");
    }

    private static IEnumerable<(string Name, string Value)> Config<T>(TrialRecord<T> trial)
        => trial.OwnValues().Select(static value => ($"  {Printable.Of(value.Key)}", Printable.Of(value.Value)));

    private static string Metrics<TMetrics>(ReadOnlySpan<double> values, ProgressWords words)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        var texts = new List<string>();
        foreach (Metric metric in TMetrics.Metrics.All)
        {
            texts.Add($"{Printable.Of(metric.Name)} = {words.Value(values[metric.Index])}");
        }

        return string.Join(", ", texts);
    }

    // TrialBudgetSpent: trial budget spent.
    private static string Words(StopReason reason)
        => string.Concat(reason.ToString().Select(static (letter, at) => char.IsUpper(letter) ? $"{(at == 0 ? "" : " ")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
