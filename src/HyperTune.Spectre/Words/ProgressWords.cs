using System.Globalization;

namespace HyperTune.Terminal.Words;

/// <summary>Where a study stands, in words.</summary>
/// <param name="format">Writes a value.</param>
internal sealed class ProgressWords(Func<double, string> format)
{
    /// <summary>A value as it is shown.</summary>
    public string Value(double value) => Printable.Of(format(value));

    /// <summary>How far the study is, for instance <c>12 of 60 trials, best observed 0.975 (trial 7), 2 pruned, 35 s, 14 s left</c>.</summary>
    /// <param name="progress">Where it stands.</param>
    /// <param name="hasFront">Whether it has several objectives.</param>
    public string Describe(StudyProgress progress, bool hasFront)
    {
        IEnumerable<string> counts = Counts(progress).Where(static count => !count.EndsWith("completed", StringComparison.Ordinal));
        return string.Join(", ", [.. Pieces(progress, hasFront), .. counts, .. Times(progress.Elapsed, progress.EstimatedTimeLeft)]);
    }

    /// <summary>How many trials have ended, and of how many, for instance <c>12 of 60 trials</c>.</summary>
    public static string Position(StudyProgress progress) => progress.Budget switch
    {
        { Trials: { } trials } => FormattableString.Invariant($"{progress.FinishedTrials} of {Trials(trials)}"),
        { Completed: { } completed } => FormattableString.Invariant($"{progress.FinishedTrials} trials, {progress.CompletedTrials} of {completed} completed"),
        _ => Trials(progress.FinishedTrials),
    };

    /// <summary>The best observed so far, or with several objectives the front; <see langword="null"/> while there is nothing.</summary>
    public string? Best(StudyProgress progress, bool hasFront)
    {
        if (hasFront)
        {
            string volume = progress.Hypervolume is { } reached ? $", hypervolume {Value(reached)}" : "";
            return progress.FrontSize == 0 ? null : $"{Trials(progress.FrontSize)} in the front{volume}";
        }

        return progress is { BestObservedValue: { } best, BestObservedTrialNumber: { } number }
            ? FormattableString.Invariant($"best observed {Value(best)} (trial {number})")
            : null;
    }

    /// <summary>How many trials ended how; only what there is.</summary>
    public static IEnumerable<string> Counts(StudyProgress progress)
    {
        (int Count, string Word)[] counts =
        [
            (progress.CompletedTrials, "completed"),
            (progress.PrunedTrials, "pruned"),
            (progress.FailedTrials, "failed"),
            (progress.CancelledTrials, "cancelled"),
        ];
        return counts.Where(static count => count.Count > 0).Select(static count => FormattableString.Invariant($"{count.Count} {count.Word}"));
    }

    /// <summary>The time that is over and, where it is known, the time that is left.</summary>
    public static IEnumerable<string> Times(TimeSpan elapsed, TimeSpan? left)
        => left is { } rest ? [Durations.Write(elapsed), $"{Durations.Write(rest)} left"] : [Durations.Write(elapsed)];

    /// <summary>A number of trials, for instance <c>1 trial</c> or <c>60 trials</c>.</summary>
    public static string Trials(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} trial{(count == 1 ? "" : "s")}");

    private IEnumerable<string> Pieces(StudyProgress progress, bool hasFront)
    {
        yield return Position(progress);
        if (progress is { Budget.Trials: null, Fraction: { } spent })
        {
            yield return FormattableString.Invariant($"{Math.Floor(100 * spent)} % of the budget");
        }

        if (Best(progress, hasFront) is { } best)
        {
            yield return best;
        }
    }
}
