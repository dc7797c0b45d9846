using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics;

namespace HyperTune.Models.BestTrials;

/// <summary>The trials that are closest to each other, in disjoint pairs: where noise shows best, because the objective's shape can do least.</summary>
internal static class ClosePairs
{
    // Every trial is compared with every other: beyond so many coordinates, which take some ten milliseconds, only those of an even sample are.
    private const double MostWork = 1e8;

    /// <summary>The pairs, closest first. Values are not looked at, so that no luck comes in.</summary>
    /// <param name="points">The trials' points.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="most">How many pairs to choose at most.</param>
    public static (int First, int Second)[] Of(PointSet points, int numericCount, int most)
    {
        int[] rows = [.. EvenSample.Of(points.Count, (int)Math.Sqrt(MostWork / Math.Max(1, points.Dimension)))];
        PointSet kept = rows.Length < points.Count ? points.Pick(rows) : points;
        var nearest = new (double Distance, int First, int Second)[Math.Max(0, rows.Length - 1)];
        var point = new double[points.Dimension];
        for (int row = 1; row < rows.Length; row++)
        {
            kept.CopyTo(row, point);
            (double distance, int earlier) = NearestOf(kept, numericCount, point, row);
            nearest[row - 1] = (distance, rows[earlier], rows[row]);
        }

        Array.Sort(nearest);

        // Disjoint, so that their differences are independent.
        var isUsed = new bool[points.Count];
        var pairs = new List<(int First, int Second)>(most);
        foreach ((_, int first, int second) in nearest)
        {
            if (pairs.Count < most && !isUsed[first] && !isUsed[second])
            {
                isUsed[first] = isUsed[second] = true;
                pairs.Add((first, second));
            }
        }

        return [.. pairs];
    }

    // The nearest of the first points to one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Square, int Row) NearestOf(PointSet points, int numericCount, ReadOnlySpan<double> point, int count)
    {
        ReadOnlySpan<double> values = points.Values;
        double least = double.PositiveInfinity;
        int nearest = 0;
        for (int start = 0; start < count; start += SimdMath.Width)
        {
            Vector256<double> squares = default;
            for (int k = 0; k < numericCount; k++)
            {
                Vector256<double> difference = SimdMath.Load(values, (k * points.Stride) + start) - Vector256.Create(point[k]);
                squares = Vector256.FusedMultiplyAdd(difference, difference, squares);
            }

            for (int k = numericCount; k < point.Length; k++)
            {
                Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, (k * points.Stride) + start), Vector256.Create(point[k]));
                squares += Vector256.ConditionalSelect(equal, default, Vector256.Create(1.0));
            }

            if (Vector256.LessThanAny(squares, Vector256.Create(least)))
            {
                for (int lane = 0; lane < SimdMath.Width && start + lane < count; lane++)
                {
                    if (squares[lane] < least)
                    {
                        (least, nearest) = (squares[lane], start + lane);
                    }
                }
            }
        }

        return (least, nearest);
    }
}
