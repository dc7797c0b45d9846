using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Models.Importance;
using HyperTune.Text;

namespace HyperTune.Studies.Description;

/// <summary>Says what came of a study in plain sentences.</summary>
/// <typeparam name="T">The config type.</typeparam>
/// <param name="result">What the study knew.</param>
internal sealed class ResultDescription<T>(StudyResult<T> result)
{
    private const int MostValues = 8;
    private const int ShownDigits = 4;
    private const int MostParameters = 3;
    private const double LeastImportance = 0.05;

    // What mattered can be told from as many, and a sentence should take no seconds.
    private const int MostTrials = 5000;

    // A best trial among the last tenth says that the search was not over.
    private const int LateShare = 10;
    private const int FewestTrialsBeforeLate = 20;

    private readonly ImmutableArray<Metric> _objectives = result.Study.Metrics.Objectives;
    private readonly Lazy<TrialCounts<T>> _counted = new(() => TrialCounts<T>.Of(result));

    private TrialCounts<T> Counts => _counted.Value;

    // Of a stored study without its config type it may not be known.
    private bool HasDefault => result.Study.Space.Whole.HasDefault;

    private bool HasPlainValue => result.Study.Metrics.All is [{ Name: "value", IsLimited: false }];

    /// <summary>The sentences, each ends with its full stop.</summary>
    public IEnumerable<string> Sentences()
    {
        // Each takes a tenth of a second or two in a study of very many trials, and none needs another one.
        Task<string?> importance = Task.Run(Importance);
        Task<TrialRecord<T>?> best = Task.Run(() => _objectives.Length == 1 ? result.BestOrDefault : null);
        yield return Counts.Describe(result.StudyName);
        Blocking.Wait(new ValueTask<TrialRecord<T>?>(best));
        IEnumerable<string> found = result.NearestNumber >= 0 ? [NothingWithinLimits()]
            : result.Front.IsEmpty ? []
            : _objectives.Length > 1 ? Front()
            : Best(result.Best);
        foreach (string sentence in found)
        {
            yield return sentence;
        }

        if (Blocking.Wait(new ValueTask<string?>(importance)) is { } mattered)
        {
            yield return mattered;
        }

        if (Counts.Pruned > 0 || result.PrunerExplanation is not null)
        {
            yield return $"Pruning {result.PrunerExplanation ?? result.DescribePruning()}.";
        }

        if (Counts.DescribeFailures() is { } failures)
        {
            yield return failures;
        }
    }

    private IEnumerable<string> Best(TrialRecord<T> best)
    {
        Metric objective = _objectives[0];
        string what = HasPlainValue ? "value" : Printable.Of(objective.Name);
        string extreme = objective.Direction == OptimizationDirection.Maximize ? "largest" : "smallest";
        bool isObserved = result.BestObserved.Number == best.Number;
        yield return isObserved
            ? $"The {extreme} {what} is {Number(ValueOf(best, objective))}, that of trial {best.Number}: {Config(best)}."
            : $"The trial to use is {best.Number}, with the {what} {Number(ValueOf(best, objective))}: {Config(best)}.";
        yield return result.BestReason!;
        if (DescribeDefault(best, objective) is { } baseline)
        {
            yield return baseline;
        }

        yield return When(result.BestObserved.Number, isObserved ? "It" : "The best observed one", "is better");
    }

    private IEnumerable<string> Front()
    {
        TrialRecord<T>[] front = [.. result.Front.Order().Select(number => result.Trials[number])];
        string ranges = string.Join(", ", _objectives.Select(metric => Range(metric, front)));
        yield return front.Length == 1
            ? $"Trial {front[0].Number} is at least as good as all others in everything: {ranges}."
            : $"{front.Length} trials are in the front, each better in something than every other one: {ranges}.";
        if (front.Length > 1)
        {
            yield return $"{string.Join("; ", _objectives.Select(metric => Extreme(metric, front)))}.";
        }

        if (HasDefault)
        {
            yield return Counts.Default is not { } tried ? "The default config was not tried."
                : result.Front.Contains(tried.Number) ? $"The default config, trial {tried.Number}, is in the front."
                : $"The default config, trial {tried.Number}, is not in the front.";
        }

        yield return When(front[^1].Number, "The latest of the front", "joined it");
    }

    private string? DescribeDefault(TrialRecord<T> best, Metric objective)
    {
        if (!HasDefault)
        {
            return null;
        }

        if (Counts.Default is not { } tried)
        {
            return "The default config was not tried, so that nothing says how much the search has gained.";
        }

        if (tried.Number == best.Number)
        {
            return "That is the default config: no other one is better.";
        }

        if (tried.State != TrialState.Completed || ValueOf(tried, objective) is not { } before)
        {
            return $"The default config, trial {tried.Number}, has no value: it {Ended(tried.State)}.";
        }

        double after = ValueOf(best, objective)!.Value;
        double gain = objective.Direction == OptimizationDirection.Maximize ? after - before : before - after;
        string share = before * after > 0 ? $", {Percent(Math.Abs(gain / before))} %" : "";
        return gain > 0 ? $"The default config, trial {tried.Number}, has {Number(before)}: the search has gained {Number(gain, digits: 3)}{share}."
            : $"The default config, trial {tried.Number}, has {Number(before)}: nothing found is better.";
    }

    private string When(int number, string who, string verb)
    {
        int after = Counts.EndedAfter(number);
        return after == 0 ? $"{who} came with the last trial: more trials may find better ones."
            : Counts.Ended >= FewestTrialsBeforeLate && after < Counts.Ended / LateShare
                ? $"{who} came with trial {number}, one of the last {after + 1}: more trials may find better ones."
                : $"{who} came with trial {number}; none of the {after} after it {verb}.";
    }

    private string NothingWithinLimits()
    {
        TrialRecord<T> nearest = result.Trials[result.NearestNumber];
        IEnumerable<string> broken = result.Study.Metrics.Limits
            .Where(metric => metric.RelativeViolation(nearest.Values.Span[metric.Index]) > 0)
            .Select(metric => $"{Printable.Of(metric.Name)} {Number(ValueOf(nearest, metric))} ({Printable.Of(metric.ToString()[(metric.Name.Length + 2)..])})");
        return $"No trial keeps the limits; trial {nearest.Number} comes nearest, with {string.Join(", ", broken)}: {Config(nearest)}.";
    }

    private string? Importance()
    {
        ImportanceSubject subject = _objectives.Length > 1 ? ImportanceSubject.Front : ImportanceSubject.Objective(0, "value");
        if (result.NearestNumber >= 0 || result.TryImportanceOf(subject, ImportanceMethod.PedAnova, out _, MostTrials) is not { } importances)
        {
            return null;
        }

        string[] most =
        [
            .. importances
                .TakeWhile(static importance => importance.Value >= LeastImportance)
                .Take(MostParameters)
                .Select(static importance => $"{Printable.Of(importance.Parameter.Name)} {Percent(importance.Value)} % ({Percent(importance.Low)} to {Percent(importance.High)} %)"),
        ];
        return most.Length == 0 ? "No parameter is seen to have mattered." : $"What mattered most: {string.Join(", ", most)}.";
    }

    private static string Config(TrialRecord<T> trial)
    {
        string[] values = [.. trial.OwnValues().Select(static value => $"{Printable.Of(value.Key)} = {Printable.Of(Short(value.Value))}")];
        return values.Length switch
        {
            0 => "no parameters",
            <= MostValues => string.Join(", ", values),
            _ => $"{string.Join(", ", values.Take(MostValues))} and {values.Length - MostValues} more",
        };
    }

    // To be read, not to be copied: what a number has beyond four digits tells nobody anything.
    private static string Short(string value)
        => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && value.Length > ShownDigits + 1
            ? number.ToString($"G{ShownDigits}", CultureInfo.InvariantCulture)
            : value;

    private string Range(Metric metric, TrialRecord<T>[] front)
    {
        double[] values = [.. front.Select(trial => ValueOf(trial, metric)).OfType<double>()];
        return values.Length == 0 ? Printable.Of(metric.Name)
            : values.Min() == values.Max() ? $"{Printable.Of(metric.Name)} {Number(values[0])}"
            : $"{Printable.Of(metric.Name)} from {Number(values.Min())} to {Number(values.Max())}";
    }

    private string Extreme(Metric metric, TrialRecord<T>[] front)
    {
        double sign = metric.Direction == OptimizationDirection.Maximize ? -1 : 1;
        TrialRecord<T> best = front.MinBy(trial => sign * ValueOf(trial, metric).GetValueOrDefault(sign * double.PositiveInfinity))!;
        return $"{(metric == _objectives[0] ? "The" : "the")} {(sign < 0 ? "largest" : "smallest")} {Printable.Of(metric.Name)} is that of trial {best.Number}";
    }

    private double? ValueOf(TrialRecord<T> trial, Metric metric)
        => HasPlainValue ? trial.Value
            : trial.Values.IsEmpty || double.IsNaN(trial.Values.Span[metric.Index]) ? null
            : trial.Values.Span[metric.Index];

    private static string Ended(TrialState state) => state switch
    {
        TrialState.Pruned => "was pruned",
        TrialState.Failed => "failed",
        TrialState.Cancelled => "was cancelled",
        TrialState.Waiting => "waits",
        _ => "runs",
    };

    private static string Percent(double share) => (100 * share).ToString("F0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Number(double? value, int digits = 5) => value is { } number ? number.ToString($"G{digits}", System.Globalization.CultureInfo.InvariantCulture) : "none";
}
