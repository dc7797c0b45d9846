using HyperTune.Numerics.Normal;

namespace HyperTune.Pruning.Wilcoxon;

/// <summary>The one-sided signed-rank test for paired samples.</summary>
/// <remarks>
/// Differences are ranked by size, equal ones share their mean rank, and the ranks of zeros count half for either sign. Given the ranks, every
/// assignment of signs is equally likely when neither sample tends to be larger.
/// Reference: F. Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bulletin 1(6), 1945;
/// zeros as in J. Pratt, JASA 54, 1959, but split.
/// </remarks>
internal static class SignedRankTest
{
    /// <summary>Up to so many differences the assignments are counted; beyond, the normal distribution is close enough.</summary>
    private const int LargestExactSample = 50;

    /// <summary>The probability, if only chance were at work, that positive differences have at least the sum of ranks that they have.</summary>
    /// <param name="differences">The differences; finite.</param>
    public static double ProbabilityOfLargerSum(ReadOnlySpan<double> differences)
    {
        // Twice the ranks, which are whole numbers even where ranks are shared.
        int[] ranks = DoubledRanks(differences);
        int negativeSum = 0;
        var signed = new List<int>(ranks.Length);
        for (int i = 0; i < ranks.Length; i++)
        {
            if (differences[i] != 0)
            {
                signed.Add(ranks[i]);
                negativeSum += differences[i] < 0 ? ranks[i] : 0;
            }
        }

        // Zeros give the same share to both sums in every assignment, so they only change the others' ranks.
        return signed.Count <= LargestExactSample ? Exact(signed, negativeSum) : Normal(signed, negativeSum);
    }

    // The share of assignments whose negative sum is at most the one observed, by counting subsets of the ranks by their sum.
    private static double Exact(List<int> ranks, int negativeSum)
    {
        double[] subsets = new double[negativeSum + 1];
        subsets[0] = 1;
        foreach (int rank in ranks)
        {
            for (int sum = negativeSum; sum >= rank; sum--)
            {
                subsets[sum] += subsets[sum - rank];
            }
        }

        return subsets.Sum() / Math.Pow(2, ranks.Count);
    }

    private static double Normal(List<int> ranks, int negativeSum)
    {
        double mean = ranks.Sum() / 2.0;
        double deviation = Math.Sqrt(ranks.Sum(static rank => (double)rank * rank)) / 2;
        return StandardNormal.Cdf((negativeSum - mean) / deviation);
    }

    private static int[] DoubledRanks(ReadOnlySpan<double> differences)
    {
        double[] sizes = new double[differences.Length];
        int[] order = new int[differences.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = Math.Abs(differences[i]);
            order[i] = i;
        }

        Array.Sort(sizes, order);
        int[] ranks = new int[sizes.Length];
        for (int first = 0, last; first < sizes.Length; first = last + 1)
        {
            last = first;
            while (last + 1 < sizes.Length && sizes[last + 1] == sizes[first])
            {
                last++;
            }

            for (int i = first; i <= last; i++)
            {
                ranks[order[i]] = first + last + 2;
            }
        }

        return ranks;
    }
}
