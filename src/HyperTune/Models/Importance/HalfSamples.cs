namespace HyperTune.Models.Importance;

/// <summary>How far shares of importance would be others with other trials, told from random halves of those that there are.</summary>
internal static class HalfSamples
{
    private const double Tail = 0.05;

    /// <summary>The shares of numbers in their sum; all 0 where that is.</summary>
    public static double[] Shares(double[] values)
    {
        double sum = values.Sum();
        return Array.ConvertAll(values, value => sum > 0 ? value / sum : 0);
    }

    /// <summary>Halves of the numbers below a count, each in ascending order, the larger half where the count is odd.</summary>
    public static IEnumerable<int[]> Draw(int rowCount, int sampleCount, ulong seed)
    {
        for (int sample = 0; sample < sampleCount; sample++)
        {
            int[] rows = [.. Enumerable.Range(0, rowCount)];
            var random = new RandomStream(seed, (ulong)sample);
            random.Shuffle(rows.AsSpan());
            int[] half = rows[..((rowCount + 1) / 2)];
            Array.Sort(half);
            yield return half;
        }
    }

    /// <summary>The range of each share.</summary>
    /// <param name="shares">The shares by all trials.</param>
    /// <param name="halves">The shares by each half; all 0 by one in which no parameter makes a difference, as one of equal values, which says nothing.</param>
    public static (double Low, double High)[] Ranges(double[] shares, IEnumerable<double[]> halves)
    {
        double[][] telling = [.. halves.Where(static half => half.Sum() > 0)];
        return [.. shares.Select((share, k) => Range(share, [.. telling.Select(half => half[k]).Order()]))];
    }

    private static (double Low, double High) Range(double share, double[] sorted)
        => sorted.Length == 0
            ? (0, 1)
            : (Math.Clamp((2 * share) - Quantile(sorted, 1 - Tail), 0, share), Math.Clamp((2 * share) - Quantile(sorted, Tail), share, 1));

    private static double Quantile(double[] sorted, double probability)
    {
        double place = probability * (sorted.Length - 1);
        int lower = (int)place;
        int upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + ((place - lower) * (sorted[upper] - sorted[lower]));
    }
}
