using System.Globalization;
using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Models.Hints;

/// <summary>Finds what all failed trials have in common and few of the completed ones have: values beyond a limit, or one of a list.</summary>
internal static class FailureHints
{
    private const int FewestFailed = 5;
    private const double MostOfCompleted = 0.5;

    // That as many trials share it by chance, times the number of things that were looked for.
    private const double LargestChance = 1e-3;
    private const int LooksPerParameter = 2;

    /// <summary>The hint about what is rarest among the completed trials; <see langword="null"/> where nothing is rare enough.</summary>
    public static StudyHint? Find(HintTrials trials)
    {
        if (trials.Failed.Count < FewestFailed)
        {
            return null;
        }

        (Parameter Parameter, string Relation, double Value, int Completed)? rarest = null;
        foreach (Parameter parameter in trials.Space.Parameters)
        {
            double[] failed = [.. trials.Failed.Select(trial => trial.Vector.Span[parameter.Index])];
            if (parameter.Keys is not null || failed.Any(double.IsNaN))
            {
                continue;
            }

            (string Relation, double Value)[] candidates = parameter.Distribution.IsCategorical
                ? (failed.Distinct().Count() == 1 ? [("==", failed[0])] : [])
                : [(">=", failed.Min()), ("<=", failed.Max())];
            foreach ((string relation, double value) in candidates)
            {
                int completed = trials.All.Count(trial => Holds(trial.Vector.Span[parameter.Index], relation, value));
                rarest = rarest is null || completed < rarest.Value.Completed ? (parameter, relation, value, completed) : rarest;
            }
        }

        if (rarest is not { } common)
        {
            return null;
        }

        double share = (common.Completed + 1.0) / (trials.All.Count + 2);
        double chance = LooksPerParameter * trials.Space.DimensionCount * Math.Pow(share, trials.Failed.Count);
        return common.Completed > MostOfCompleted * trials.All.Count || chance > LargestChance ? null : Hint(trials, common.Parameter, common.Relation, common.Value, common.Completed);
    }

    private static bool Holds(double value, string relation, double limit)
        => relation switch { ">=" => value >= limit, "<=" => value <= limit, _ => value == limit };

    // The shortest limit with the same trials on its two sides.
    private static double Shortened(HintTrials trials, Parameter parameter, string relation, double value)
    {
        for (int digits = 2; relation != "==" && parameter.Distribution.IsContinuous && digits < 9; digits++)
        {
            double tolerance = Math.Abs(value) * Math.Pow(10, -digits);
            double limit = ShortDecimal.Nearest(relation == ">=" ? value - tolerance : value + tolerance, tolerance);
            if (trials.All.Concat(trials.Failed).All(trial => Holds(trial.Vector.Span[parameter.Index], relation, limit) == Holds(trial.Vector.Span[parameter.Index], relation, value)))
            {
                return limit;
            }
        }

        return value;
    }

    private static StudyHint Hint(HintTrials trials, Parameter parameter, string relation, double value, int completed)
    {
        value = Shortened(trials, parameter, relation, value);
        string what = $"{Printable.Of(parameter.Name)} {relation} {Printable.Of(parameter.Format(value))}";
        string share = completed == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * completed / trials.All.Count:0.#} %");
        string text = $"All {trials.Failed.Count} failed trials have {what}; of the {trials.All.Count} completed ones {share}: exclude what cannot work by a constraint or a narrower range.";
        string opposite = relation switch { ">=" => "<", "<=" => ">", _ => "!=" };
        bool isOwn = parameter.Condition is null && !parameter.Name.Contains('.', StringComparison.Ordinal) && !parameter.Name.Contains('[', StringComparison.Ordinal);
        string change = isOwn ? HintCode.Constraint(trials.ConfigName, parameter, opposite, value)
            : $"// A [Constraint] on {trials.ConfigName} that is false where {what}.";
        return new StudyHint(StudyHintKind.FailuresInCommon, parameter, text, change, [.. trials.Failed.Select(static trial => trial.Number)]);
    }
}
