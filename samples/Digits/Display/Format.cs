using System.Globalization;
using HyperTune;

namespace Digits;

/// <summary>Numbers and states as text, the same in every culture.</summary>
internal static class Format
{
    /// <summary>A share as a percentage, for instance <c>97.5 %</c>.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    /// <summary>A time in seconds, for instance <c>12 s</c>.</summary>
    /// <param name="time">The time.</param>
    public static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture) + " s";

    /// <summary>How the trial ended that a study reports: its accuracy, that it was stopped early, or that it failed.</summary>
    /// <param name="progress">The report.</param>
    public static string Outcome(StudyProgress progress)
        => progress.TrialState == TrialState.Completed && progress.TrialValue is { } accuracy ? Percent(accuracy)
            : progress.TrialState == TrialState.Pruned ? "stopped"
            : "failed";

    /// <summary>A number of trials, for instance <c>1 trial</c> or <c>60 trials</c>.</summary>
    /// <param name="count">The number.</param>
    public static string Trials(int count) => FormattableString.Invariant($"{count} trial{(count == 1 ? "" : "s")}");

    /// <summary>How far a study is, for instance <c>12 of 60 trials, best observed 97.5 % (trial 7), 14 s left</c>.</summary>
    /// <param name="progress">The study's report.</param>
    public static string Progress(StudyProgress progress)
    {
        string text = FormattableString.Invariant($"{progress.FinishedTrials} of {Trials(progress.Budget?.Trials ?? progress.FinishedTrials)}");
        if (progress is { BestObservedValue: { } best, BestObservedTrialNumber: { } number })
        {
            text += FormattableString.Invariant($", best observed {Percent(best)} (trial {number})");
        }

        return progress.EstimatedTimeLeft is { } left ? $"{text}, {Seconds(left)} left" : text;
    }
}
