using System.Runtime.CompilerServices;
using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Models.BestTrials;

/// <summary>The trials that are closest to each other, in disjoint pairs: where noise shows best, because the objective's shape can do least.</summary>
internal static class ClosePairs
{
    // Many trials are compared with each other: beyond so many coordinates, which take some milliseconds, only those of an even sample are.
    private const double MostWork = 1e8;

    // Of so many trials the first quarter tells how far apart is too far.
    private const int FewestToLimit = 1000;
    private const int ShareOfFirst = 4;

    // Within a quarter of the range lies half of it, and to leave out the other half takes as long as to look at it.
    private const double LargestLimit = 0.0625;

    /// <summary>The pairs, closest first. Values are not looked at, so that no luck comes in.</summary>
    /// <param name="points">The trials' points.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="most">How many pairs to choose at most.</param>
    public static (int First, int Second)[] Of(PointSet points, int numericCount, int most)
    {
        int[] rows = EvenSample.Of(points.Count, (int)Math.Sqrt(MostWork / Math.Max(1, points.Dimension)));
        PointSet kept = rows.Length < points.Count ? points.Pick(rows) : points;
        double limit = rows.Length < FewestToLimit ? double.PositiveInfinity : LimitOf(kept, numericCount, most);
        List<NearPair> closest = Disjoint(
            limit <= LargestLimit ? NearestEarlier.Within(kept, numericCount, limit) : NearestEarlier.Of(kept, numericCount), rows.Length, most);
        var pairs = new (int First, int Second)[closest.Count];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (rows[closest[i].First], rows[closest[i].Second]);
        }

        return pairs;
    }

    // A squared distance that none of the closest pairs exceeds. Twice as many disjoint candidates are within it already, and each pair that is chosen rules out
    // two of them at most.
    private static double LimitOf(PointSet points, int numericCount, int most)
    {
        var first = new int[points.Count / ShareOfFirst];
        for (int row = 0; row < first.Length; row++)
        {
            first[row] = row;
        }

        List<NearPair> near = Disjoint(NearestEarlier.Of(points.Pick(first), numericCount), first.Length, 2 * most);
        return near.Count == 2 * most ? near[^1].Square : double.PositiveInfinity;
    }

    // Disjoint, so that their differences are independent. To look for the closest one left so few times takes less than to sort all.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<NearPair> Disjoint(NearPair[] candidates, int count, int most)
    {
        var isUsed = new bool[count];
        var pairs = new List<NearPair>(most);
        while (pairs.Count < most)
        {
            int closest = -1;
            for (int i = 0; i < candidates.Length; i++)
            {
                bool isFree = !isUsed[candidates[i].First] && !isUsed[candidates[i].Second];
                closest = isFree && (closest < 0 || candidates[i].IsCloserThan(in candidates[closest])) ? i : closest;
            }

            if (closest < 0)
            {
                break;
            }

            NearPair pair = candidates[closest];
            isUsed[pair.First] = isUsed[pair.Second] = true;
            pairs.Add(pair);
        }

        return pairs;
    }
}
