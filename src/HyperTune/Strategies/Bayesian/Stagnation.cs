using HyperTune.Models.Surrogates;

namespace HyperTune.Strategies.Bayesian;

/// <summary>Whether a study has stopped making progress.</summary>
internal static class Stagnation
{
    // An improvement counts when it is at least this share of the distance between the median and the best value.
    private const double NoteworthyShare = 0.01;

    /// <summary>How many trials have passed since the last noteworthy improvement.</summary>
    /// <param name="values">The values in the order of the trials, smaller is better.</param>
    public static int TrialsWithoutProgress(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return 0;
        }

        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double distance = Math.Min(sorted[sorted.Length / 2], DivergedValues.Limit(values)) - sorted[0];
        double noteworthy = NoteworthyShare * Math.Min(distance, double.MaxValue);
        double reference = double.PositiveInfinity;
        int last = 0;
        for (int i = 0; i < values.Length; i++)
        {
            // The first one has nothing to be better than, and an infinite reference no difference.
            if (i == 0 || values[i] < reference - noteworthy)
            {
                reference = values[i];
                last = i;
            }
        }

        return values.Length - 1 - last;
    }
}
