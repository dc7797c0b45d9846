using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune.State;

/// <summary>
/// Over what instances a study scores its configs, as it is kept among the study's notes: scores over different ones do not compare.
/// </summary>
/// <param name="Text">What is noted.</param>
internal readonly record struct ScorePlan(string Text)
{
    /// <summary>The name of the note.</summary>
    public const string NoteName = "hypertune:folds";

    private const string RatioName = "validation/training ";
    private const char Separator = ';';

    /// <summary>A plan of folds that was split with a seed.</summary>
    public static ScorePlan Of(FoldPlan plan, long seed, ImmutableArray<Fold> folds)
    {
        double ratio = folds.Average(static fold => (double)fold.Validation.Length / fold.Train.Length);
        return new(string.Create(
            CultureInfo.InvariantCulture, $"{plan}{Separator} seed {plan.Seed ?? seed}{Separator} {RatioName}{ratio:R}{Separator} samples {Fingerprint(folds):x16}"));
    }

    /// <summary>Repeats with seeds that are derived from the study's.</summary>
    public static ScorePlan OfRepeats(long seed, bool areFresh)
        => new(string.Create(CultureInfo.InvariantCulture, $"Repeats{Separator} seed {seed}{Separator} {(areFresh ? "fresh seeds in each trial" : "the same seeds in each trial")}"));

    /// <summary>
    /// How many samples a fold validates with for each that it trains on: by it, the scores of folds depend on each other. 0 where they do not, as with
    /// repeats, or where nothing is known.
    /// </summary>
    public double Ratio
    {
        get
        {
            int start = Text.IndexOf(RatioName, StringComparison.Ordinal);
            if (start < 0)
            {
                return 0;
            }

            ReadOnlySpan<char> rest = Text.AsSpan(start + RatioName.Length);
            int end = rest.IndexOf(Separator);
            return double.TryParse(end < 0 ? rest : rest[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out double ratio) && ratio is >= 0 and < double.PositiveInfinity
                ? ratio
                : 0;
        }
    }

    // So that other data of the same size, or other labels, are another plan.
    private static ulong Fingerprint(ImmutableArray<Fold> folds)
    {
        ulong hash = (ulong)folds.Length;
        foreach (Fold fold in folds)
        {
            foreach (int sample in fold.Train)
            {
                hash = RandomStream.Mix(hash + (uint)sample + 1);
            }

            hash = RandomStream.Mix(hash ^ (uint)fold.Seed);
            foreach (int sample in fold.Validation)
            {
                hash = RandomStream.Mix(hash + (uint)sample + 1);
            }
        }

        return hash;
    }
}
