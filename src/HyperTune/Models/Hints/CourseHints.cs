using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Models.BestTrials;

namespace HyperTune.Models.Hints;

/// <summary>What the course of a study with one objective says: whether the best trials can be told apart, and whether more trials would help.</summary>
internal static class CourseHints
{
    // Two values that differ by no more are the same but for noise in 19 of 20 cases; see DefaultHints.
    private const double IndistinctDeviations = 2.83;
    private const int FewestIndistinct = 3;
    private const int MostRepeats = 3;

    // Random search has improvements in the last fifth once in five times, and two in one of fifty.
    private const double LateShare = 0.8;
    private const int LateImprovements = 2;

    private const double EarlyShare = 0.25;
    private const int FewestAfterBest = 100;

    /// <summary>That several trials cannot be told apart from the best one; <see langword="null"/> where they can, or have been repeated.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="choice">The choice of the best one.</param>
    public static StudyHint? FindIndistinct(HintTrials trials, BestTrial choice)
    {
        if (!choice.IsNoisy)
        {
            return null;
        }

        TrialResult best = trials.Ranked[0];
        double limit = best.Values.Span[0] + (IndistinctDeviations * choice.NoiseDeviation);
        ImmutableArray<TrialResult> near = [.. trials.Ranked.TakeWhile(trial => trial.Values.Span[0] <= limit)];
        int repeated = near.Take(HintTrials.BestCount(trials.Ranked.Length)).Max(trial => trials.All.Count(other => other.Vector.Span.SequenceEqual(trial.Vector.Span)));
        if (near.Length < FewestIndistinct || repeated >= MostRepeats)
        {
            return null;
        }

        int top = Math.Min(near.Length, HintTrials.BestCount(trials.Ranked.Length));
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{near.Length} of {trials.All.Count} trials are within the noise of the best one (a standard deviation of about {choice.NoiseDeviation:G3}): repeat the best before you choose.");
        string change = $"Strategy.Then(Strategy.Auto(), {trials.All.Count}, Strategy.Reevaluate(top: {top}, times: {MostRepeats}))    // StudyOptions.Strategy";
        return new StudyHint(StudyHintKind.RepeatBest, parameter: null, text, change, [.. near.Take(HintTrials.BestCount(int.MaxValue)).Select(static trial => trial.Number)]);
    }

    /// <summary>That the best came late, or so early that the many trials after it were of little use; <see langword="null"/> for neither.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="deviation">The standard deviation of the noise; 0 for none. A smaller improvement is none.</param>
    public static StudyHint? FindCourse(HintTrials trials, double deviation)
    {
        var improvements = new List<int>();
        double best = double.PositiveInfinity;
        for (int place = 0; place < trials.All.Count; place++)
        {
            TrialResult trial = trials.All[place];
            if (trial.Violation <= 0 && trial.Values.Span[0] < best - deviation)
            {
                best = trial.Values.Span[0];
                improvements.Add(place);
            }
        }

        if (improvements.Count == 0)
        {
            return null;
        }

        int count = trials.All.Count;
        int last = improvements[^1];
        int late = improvements.Count(place => place >= LateShare * count);
        if (late >= LateImprovements)
        {
            string text = $"{late} improvements came in the last {count - (int)Math.Ceiling(LateShare * count)} of {count} completed trials, the last one with trial {trials.All[last].Number}: more trials would likely gain something.";
            return new StudyHint(StudyHintKind.MoreTrials, parameter: null, text, $"new Budget {{ Trials = {count} }}    // as many again", [.. improvements.Where(place => place >= LateShare * count).Reverse().Select(place => trials.All[place].Number)]);
        }

        if (last <= EarlyShare * count && count - last > FewestAfterBest)
        {
            string text = $"The last {count - last - 1} of {count} completed trials brought no better one than trial {trials.All[last].Number}{(deviation > 0 ? " by more than noise" : "")}: more of the same gain little.";
            return new StudyHint(StudyHintKind.FewerTrials, parameter: null, text, $"new Budget {{ Trials = {count}, StopWhen = [StoppingRule.Patience()] }}", [trials.All[last].Number]);
        }

        return null;
    }
}
