using System.Globalization;
using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Models.Hints;

/// <summary>Compares the trial of the default config with the best one.</summary>
internal static class DefaultHints
{
    private const int MostNamed = 3;

    // The difference of two values varies by the square root of 2 times as much as one of them, twice of which is chance once in 20 times.
    private const double LeastDeviations = 2.83;

    /// <summary>The hint; <see langword="null"/> where no trial has the default config, or it is as good as the best.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="defaults">The vector of the default config.</param>
    /// <param name="best">The number of the trial to use.</param>
    /// <param name="deviation">The standard deviation of the noise; 0 for none.</param>
    public static StudyHint? Find(HintTrials trials, ReadOnlySpan<double> defaults, int best, double deviation)
    {
        int defaultAt = -1;
        int bestAt = -1;
        for (int i = 0; i < trials.All.Count; i++)
        {
            defaultAt = defaultAt < 0 && trials.All[i].Vector.Span.SequenceEqual(defaults) ? i : defaultAt;
            bestAt = trials.All[i].Number == best ? i : bestAt;
        }

        if (defaultAt < 0 || bestAt < 0 || !IsBetter(trials.All[bestAt], trials.All[defaultAt], deviation))
        {
            return null;
        }

        (TrialResult initial, TrialResult better) = (trials.All[defaultAt], trials.All[bestAt]);
        double[] before = defaults.ToArray();
        ReadOnlyMemory<double> after = better.Vector;
        List<(Parameter Parameter, double Value)> changed =
        [
            .. trials.Space.Parameters
                .Where(parameter => !double.IsNaN(after.Span[parameter.Index]) && !before[parameter.Index].Equals(after.Span[parameter.Index]))
                .Select(parameter => (parameter, Rounded(parameter, after.Span[parameter.Index]))),
        ];
        if (changed.Count == 0)
        {
            return null;
        }

        IEnumerable<string> named = changed.Take(MostNamed).Select(change => double.IsNaN(before[change.Parameter.Index])
            ? $"{Printable.Of(change.Parameter.Name)} {Text(change.Parameter, change.Value)}"
            : $"{Printable.Of(change.Parameter.Name)} {Text(change.Parameter, change.Value)} instead of {Text(change.Parameter, before[change.Parameter.Index])}");
        string more = changed.Count > MostNamed ? $" and {changed.Count - MostNamed} more" : "";
        string scored = trials.HasOneObjective
            ? string.Create(CultureInfo.InvariantCulture, $"The initializers scored {trials.ValueOf(initial):G5}, the best {trials.ValueOf(better):G5}")
            : $"Trial {better.Number} is better in every objective than the initializers";
        return new StudyHint(
            StudyHintKind.BetterDefault, changed.Count == 1 ? changed[0].Parameter : null, $"{scored}: use its values, {string.Join(", ", named)}{more}.", HintCode.Config(trials.Space, changed), [better.Number, initial.Number])
        {
            Better = better.Vector,
        };
    }

    /// <summary>A number as somebody would write it: four digits are more than a value's effect shows.</summary>
    public static double Rounded(Parameter parameter, double value)
        => parameter.Distribution.IsContinuous && parameter.Keys is null ? parameter.Distribution.Snap(ShortDecimal.Nearest(value, Math.Abs(value) * 5e-4)) : value;

    private static string Text(Parameter parameter, double value) => Printable.Of(parameter.Format(value));

    private static bool IsBetter(in TrialResult better, in TrialResult other, double deviation)
    {
        if (better.Violation > 0 || other.Violation > 0)
        {
            return better.Violation <= 0;
        }

        for (int i = 0; i < better.Values.Length; i++)
        {
            if (!(other.Values.Span[i] - better.Values.Span[i] > LeastDeviations * deviation))
            {
                return false;
            }
        }

        return true;
    }
}
