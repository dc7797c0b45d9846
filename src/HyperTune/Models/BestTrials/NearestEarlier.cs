using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics;

namespace HyperTune.Models.BestTrials;

/// <summary>The nearest of the points before each point.</summary>
internal static class NearestEarlier
{
    // Sums of squares are rounded, and none may be missed for that.
    private const double Rounding = 1 + 1e-12;

    /// <summary>That of each point but the first, in the order of the points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="numericCount">How many of their dimensions are numeric; of the others, different ones are 1 apart.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static NearPair[] Of(PointSet points, int numericCount)
    {
        var found = new NearPair[Math.Max(0, points.Count - 1)];
        var point = new double[points.Dimension];
        for (int row = 1; row < points.Count; row++)
        {
            points.CopyTo(row, point);
            found[row - 1] = NearestOf(points, numericCount, point, row);
        }

        return found;
    }

    /// <summary>Those that are near enough, in the order of the points.</summary>
    /// <remarks>
    /// The points are looked at in the order of one of their coordinates, so that those that are too far away in it alone are left out: the smaller the limit and the
    /// fewer the dimensions, the more.
    /// </remarks>
    /// <param name="points">The points.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="limit">The largest squared distance to look for.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static NearPair[] Within(PointSet points, int numericCount, double limit)
    {
        var order = new int[points.Count];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        var places = new double[points.Count];
        if (numericCount > 0)
        {
            WidestOf(points, numericCount).CopyTo(places);
            Array.Sort(places, order);
        }

        var squares = new double[order.Length];
        var nearest = new int[order.Length];
        Array.Fill(squares, double.PositiveInfinity);
        Look(points.Pick(order), numericCount, places, limit, order, squares, nearest);
        var found = new List<NearPair>();
        for (int row = 0; row < squares.Length; row++)
        {
            if (double.IsFinite(squares[row]))
            {
                found.Add(new NearPair(squares[row], nearest[row], row));
            }
        }

        return found.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static NearPair NearestOf(PointSet points, int numericCount, ReadOnlySpan<double> point, int row)
    {
        double least = double.PositiveInfinity;
        int nearest = 0;
        for (int start = 0; start < row; start += SimdMath.Width)
        {
            Vector256<double> squares = SquaresTo(points, numericCount, point, start);
            if (Vector256.LessThanAny(squares, Vector256.Create(least)))
            {
                for (int lane = 0; lane < SimdMath.Width && start + lane < row; lane++)
                {
                    if (squares[lane] < least)
                    {
                        (least, nearest) = (squares[lane], start + lane);
                    }
                }
            }
        }

        return new NearPair(least, nearest, row);
    }

    // Each point with those behind it, as far as they are near enough in the coordinate that the points are sorted by.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Look(
        PointSet points, int numericCount, double[] places, double limit, int[] order, double[] squares, int[] nearest)
    {
        var point = new double[points.Dimension];
        double reach = Math.Sqrt(limit) * Rounding;
        int end = 0;
        for (int place = 0; place < order.Length; place++)
        {
            while (end < order.Length && places[end] - places[place] <= reach)
            {
                end++;
            }

            points.CopyTo(place, point);
            for (int start = (place + 1) / SimdMath.Width * SimdMath.Width; start < end; start += SimdMath.Width)
            {
                Vector256<double> square = SquaresTo(points, numericCount, point, start);
                for (int lane = 0; Vector256.LessThanOrEqualAny(square, Vector256.Create(limit)) && lane < SimdMath.Width; lane++)
                {
                    int other = start + lane;
                    if (other > place && other < end && square[lane] <= limit)
                    {
                        Note(square[lane], order[place], order[other], squares, nearest);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SquaresTo(PointSet points, int numericCount, ReadOnlySpan<double> point, int start)
    {
        ReadOnlySpan<double> values = points.Values;
        int stride = points.Stride;
        Vector256<double> squares = default;
        for (int k = 0; k < numericCount; k++)
        {
            Vector256<double> difference = SimdMath.Load(values, (k * stride) + start) - Vector256.Create(point[k]);
            squares = Vector256.FusedMultiplyAdd(difference, difference, squares);
        }

        for (int k = numericCount; k < point.Length; k++)
        {
            Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, (k * stride) + start), Vector256.Create(point[k]));
            squares += Vector256.ConditionalSelect(equal, default, Vector256.Create(1.0));
        }

        return squares;
    }

    private static void Note(double square, int one, int other, double[] squares, int[] nearest)
    {
        int earlier = Math.Min(one, other);
        int later = Math.Max(one, other);
        if (square < squares[later] || (square == squares[later] && earlier < nearest[later]))
        {
            (squares[later], nearest[later]) = (square, earlier);
        }
    }

    // The coordinate whose values differ most leaves the fewest.
    private static ReadOnlySpan<double> WidestOf(PointSet points, int numericCount)
    {
        int widest = 0;
        double largest = -1;
        for (int k = 0; k < numericCount; k++)
        {
            double variance = VarianceOf(points.Values.Slice(k * points.Stride, points.Count));
            (widest, largest) = variance > largest ? (k, variance) : (widest, largest);
        }

        return points.Values.Slice(widest * points.Stride, points.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double VarianceOf(ReadOnlySpan<double> values)
    {
        double sum = 0;
        double squares = 0;
        foreach (double value in values)
        {
            sum += value;
            squares += value * value;
        }

        double mean = sum / values.Length;
        return (squares / values.Length) - (mean * mean);
    }
}
