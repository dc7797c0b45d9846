using System.Globalization;
using HyperTune.Models.Importance;
using HyperTune.Text;

namespace HyperTune.Models.Hints;

/// <summary>Finds parameters that explain next to nothing of how good trials are.</summary>
/// <remarks>
/// What counts is the upper end of the range of a parameter's share, so that few trials do not make a parameter unimportant. A share is told from the trials
/// that there are: of a parameter that the strategy hardly varied it says nothing, nor of a conditional one that few of the best trials have, whose share is that of
/// its branch. Elements of a list are declared together, and count together.
/// </remarks>
internal static class ImportanceHints
{
    private const double MostExplained = 0.04;

    // An even draw has 0.8 of the range between the quantiles of 10 and 90 %.
    private const double LeastSpread = 0.5;
    private const double MostOfOneCategory = 0.75;
    private const double Tail = 0.1;

    /// <summary>The hints, in the order of the parameters.</summary>
    public static IEnumerable<StudyHint> Find(HintTrials trials, long seed)
    {
        ParameterImportances importances = ImportanceAnalysis.Of(trials.Space, trials.Sample, trials.Subject, ImportanceMethod.PedAnova, seed);
        if (importances.All(static importance => importance.Value == 0))
        {
            yield break;
        }

        Dictionary<Parameter, ParameterImportance> found = importances.ToDictionary(static importance => importance.Parameter);
        foreach (IGrouping<string, Parameter> declared in trials.Space.Parameters.GroupBy(Declaration))
        {
            ParameterImportance[] shares = [.. declared.Select(parameter => found[parameter])];
            if (shares.Sum(static share => share.High) <= MostExplained
                && declared.All(parameter => parameter.Keys is null && !parameter.Distribution.IsConstant && !trials.Space.Parameters.Any(other => Needs(other, parameter)))
                && declared.All(parameter => IsTried(trials, parameter)))
            {
                yield return Hint(trials, [.. declared], shares.Sum(static share => share.Value), shares.Sum(static share => share.High));
            }
        }
    }

    // Of a restored space only the texts of conditions are known: one that has the name somewhere may need the parameter.
    private static bool Needs(Parameter dependent, Parameter parameter)
        => dependent.Bound?.Other.Name == parameter.Name
            || (dependent.Condition is { IsWhereGiven: true } known
                ? known.Canonical.Contains(parameter.Name, StringComparison.Ordinal)
                : dependent.Condition?.Parent.Name == parameter.Name);

    // "Hidden[].Units" of all elements.
    private static string Declaration(Parameter parameter)
    {
        string name = parameter.Name;
        for (int open = name.IndexOf('[', StringComparison.Ordinal); open >= 0; open = name.IndexOf('[', open + 1))
        {
            int close = name.IndexOf(']', open);
            name = close < 0 ? name : name.Remove(open + 1, close - open - 1);
        }

        return name;
    }

    private static bool IsTried(HintTrials trials, Parameter parameter)
    {
        TrialResult[] active = trials.RankedWith(parameter);
        int activeOfBest = 0;
        foreach (TrialResult trial in trials.Best)
        {
            activeOfBest += HintTrials.IsIn(parameter, trial) ? 1 : 0;
        }

        if (active.Length < HintTrials.FewestTrials || 2 * activeOfBest < trials.Best.Length)
        {
            return false;
        }

        double[] values = [.. active.Select(trial => trial.Vector.Span[parameter.Index])];
        if (parameter.Distribution.IsCategorical)
        {
            return values.GroupBy(static value => value).Max(static same => same.Count()) <= MostOfOneCategory * values.Length;
        }

        double[] places = [.. values.Select(parameter.Distribution.ToUnit).Order()];
        return places[(int)((1 - Tail) * (places.Length - 1))] - places[(int)(Tail * (places.Length - 1))] >= LeastSpread;
    }

    private static StudyHint Hint(HintTrials trials, Parameter[] declared, double share, double high)
    {
        TrialResult[] active = [.. trials.Ranked.Where(trial => HintTrials.IsIn(declared[0], trial))];
        double value = DefaultHints.Rounded(declared[0], active[0].Vector.Span[declared[0].Index]);
        string explained = string.Create(CultureInfo.InvariantCulture, $"explains {100 * share:0.#} % of {trials.Subject.Words} (at most {100 * high:0.#} %), measured from {trials.Sample.Count} trials");
        string text = $"{Printable.Of(Declaration(declared[0]))} {explained}: fix it{(declared.Length == 1 ? $", for instance at {Printable.Of(declared[0].Format(value))}" : "")}.";
        return new StudyHint(
            StudyHintKind.UnimportantParameter, declared[0], text, HintCode.Fixed(trials.ConfigName, declared[0], value), [.. active.Take(HintTrials.BestCount(active.Length)).Select(static trial => trial.Number)])
        {
            Suggestion = value,
        };
    }
}
