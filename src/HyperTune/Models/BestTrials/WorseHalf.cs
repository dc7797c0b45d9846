using System.Runtime.CompilerServices;

namespace HyperTune.Models.BestTrials;

/// <summary>What the worse half of the values says about noise, wherever the trials are.</summary>
/// <remarks>
/// Noise of one size spreads whatever the objective would be without it, the values above the median no less than those below: their spread is at least the noise's.
/// Where most of the space is alike and a small part of it is better, as with a well in a plain, few trials show nothing of the shape, but the values on the plain
/// differ by noise alone. It takes noise whose better half is no wider than its worse one.
/// </remarks>
internal static class WorseHalf
{
    // Chance makes the half of 60 values of noise alone narrower by a tenth now and then.
    private const double Allowance = 1.1;

    /// <summary>The standard deviation that noise can have at most; infinity where many values are equal, which says nothing of their spread.</summary>
    /// <param name="values">The values, smaller is better.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LargestNoise(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        int distinct = Math.Min(1, sorted.Length);
        for (int i = 1; i < sorted.Length; i++)
        {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        if (2 * distinct <= sorted.Length)
        {
            return double.PositiveInfinity;
        }

        int half = sorted.Length / 2;
        double median = (sorted[half] + sorted[^(half + 1)]) / 2;
        double sum = 0;
        foreach (double value in sorted.AsSpan(half))
        {
            sum += (value - median) * (value - median);
        }

        return Allowance * Math.Sqrt(sum / (sorted.Length - half));
    }
}
