using System.Collections.Immutable;
using HyperTune.Models.BestTrials;

namespace HyperTune.Models.Hints;

/// <summary>Everything that the trials of a study say about its search space and its course.</summary>
internal static class HintAnalysis
{
    /// <summary>The hints, by their kinds, then in the order of the parameters; none from fewer than <see cref="HintTrials.FewestTrials"/> completed trials within the limits.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="defaults">The vector of the default config; empty where it is not known.</param>
    /// <param name="best">The number of the trial to use.</param>
    /// <param name="choice">With one objective, how it was chosen; otherwise <see langword="null"/>.</param>
    /// <param name="seed">The study's seed.</param>
    public static ImmutableArray<StudyHint> Of(HintTrials trials, double[] defaults, int best, BestTrial? choice, long seed)
    {
        if (trials.Ranked.Length < HintTrials.FewestTrials)
        {
            return [];
        }

        var hints = new List<StudyHint?>();
        StudyHint[] unimportant = [.. ImportanceHints.Find(trials, seed)];
        HashSet<Parameter?> idle = [.. unimportant.Select(static hint => hint.Parameter)];
        foreach (Parameter parameter in trials.Space.Parameters.Where(parameter => !idle.Contains(parameter)))
        {
            hints.Add(BoundHints.Find(trials, parameter, isUpper: false));
            hints.Add(BoundHints.Find(trials, parameter, isUpper: true));
        }

        hints.AddRange(unimportant);
        double deviation = choice is { IsNoisy: true } ? choice.NoiseDeviation : 0;
        hints.Add(defaults.Length == 0 ? null : DefaultHints.Find(trials, defaults, best, deviation));
        hints.Add(choice is null ? null : CourseHints.FindIndistinct(trials, choice));
        hints.Add(FailureHints.Find(trials));
        hints.Add(choice is null ? null : CourseHints.FindCourse(trials, deviation));
        return [.. hints.OfType<StudyHint>()];
    }
}
