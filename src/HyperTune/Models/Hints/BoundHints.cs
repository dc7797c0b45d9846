using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Text;

namespace HyperTune.Models.Hints;

/// <summary>Finds bounds that bind: the best trials lie at one end of a range, so that better ones may lie beyond it.</summary>
internal static class BoundHints
{
    // Of few trials, the best ones of even draws are not closer to the end than their share of all.
    private const double LeastNear = 0.03;
    private const double MostNear = 0.1;

    // Four of five of the best; one may owe its place to something else.
    private const double LeastShare = 0.8;

    // How likely so many would lie there if the parameter did not matter and were drawn evenly.
    private const double LargestChance = 1e-3;

    /// <summary>The hint for an end of a parameter; <see langword="null"/> where it does not bind, or cannot sensibly move.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isUpper">Which end.</param>
    public static StudyHint? Find(HintTrials trials, Parameter parameter, bool isUpper)
    {
        if (WiderRange.EndOf(parameter, isUpper) is not { } wider || trials.RankedWith(parameter) is not { Length: >= HintTrials.FewestTrials } active)
        {
            return null;
        }

        // Of a branch that no good trial takes, nobody needs to know.
        int taken = 0;
        foreach (TrialResult trial in trials.Best)
        {
            taken += HintTrials.IsIn(parameter, trial) ? 1 : 0;
        }

        int count = HintTrials.BestCount(active.Length);
        double near = Math.Clamp((double)count / active.Length, LeastNear, MostNear);
        TrialResult[] there = [.. active.Take(count).Where(trial => DistanceFrom(parameter, trial.Vector.Span[parameter.Index], isUpper) <= near)];
        Distribution distribution = parameter.Distribution;
        double share = distribution.Count is { } values ? Math.Max(near, 1.0 / values) : near;
        if (2 * taken < trials.Best.Length || there.Length < LeastShare * count || Chance.OfAtLeast(there.Length, count, share) > LargestChance)
        {
            return null;
        }

        double end = isUpper ? distribution.High : distribution.Low;
        bool isAtEnd = there.All(trial => trial.Vector.Span[parameter.Index] == end);
        string name = Printable.Of(parameter.Name);
        string best = there.Length == count ? $"The best {count}" : $"{there.Length} of the best {count}";
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{best} of {active.Length} trials have {name} {(isAtEnd ? "at" : $"within {100 * near:0.#} % of")} its {(isUpper ? "upper" : "lower")} bound {parameter.Format(end)}: the optimum may lie beyond.");
        return new StudyHint(StudyHintKind.BindingBound, parameter, text, HintCode.Bounds(trials.Space, parameter, isUpper, wider), [.. there.Select(static trial => trial.Number)])
        {
            IsUpper = isUpper,
            Suggestion = wider,
        };
    }

    // In shares of the range, on the parameter's own scale; 0 for the end itself.
    private static double DistanceFrom(Parameter parameter, double value, bool isUpper)
    {
        Distribution distribution = parameter.Distribution;
        double place = WiderRange.IsLogarithmic(distribution)
            ? Math.Log(value / distribution.Low) / Math.Log(distribution.High / distribution.Low)
            : (value - distribution.Low) / (distribution.High - distribution.Low);
        return isUpper ? 1 - place : place;
    }
}
