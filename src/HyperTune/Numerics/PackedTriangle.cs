using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperTune.Numerics;

/// <summary>Products with a lower triangle whose rows follow each other without gaps, row i with i + 1 entries.</summary>
/// <remarks>Four rows at a time, which share what is loaded. The sums are those of <see cref="SimdMath.Dot"/> and <see cref="SimdMath.AddScaled"/>, to the last bit.</remarks>
internal static class PackedTriangle
{
    private const int RowGroup = 4;
    private const int Step = 2 * SimdMath.Width;

    /// <summary>Where a row begins.</summary>
    public static int RowStart(int row) => row * (row + 1) / 2;

    /// <summary>Writes the product of the first <paramref name="count"/> rows with a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<double> triangle, ReadOnlySpan<double> vector, Span<double> product, int count)
    {
        // Rows of 4 m to 4 m + 3 entries have the same whole steps.
        int row = 0;
        for (; row < Math.Min(count, RowGroup - 1); row++)
        {
            product[row] = SimdMath.Dot(triangle[RowStart(row)..], vector, row + 1);
        }

        for (; row <= count - RowGroup; row += RowGroup)
        {
            MultiplyGroup(triangle, vector, product, row);
        }

        for (; row < count; row++)
        {
            product[row] = SimdMath.Dot(triangle[RowStart(row)..], vector, row + 1);
        }
    }

    /// <summary>Adds the sum of the first <paramref name="count"/> rows, each times its factor, to a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(ReadOnlySpan<double> triangle, ReadOnlySpan<double> factors, Span<double> target, int count)
    {
        int row = 0;
        for (; row <= count - RowGroup; row += RowGroup)
        {
            AddGroup(triangle, factors, target, row);
        }

        for (; row < count; row++)
        {
            SimdMath.AddScaled(factors[row], triangle[RowStart(row)..], target, row + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyGroup(ReadOnlySpan<double> triangle, ReadOnlySpan<double> vector, Span<double> product, int row)
    {
        int a = RowStart(row);
        int b = a + row + 1;
        int c = b + row + 2;
        int d = c + row + 3;
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        int i = 0;
        for (; i <= row + 1 - Step; i += Step)
        {
            Vector256<double> left = SimdMath.Load(vector, i);
            Vector256<double> right = SimdMath.Load(vector, i + SimdMath.Width);
            a0 = Vector256.FusedMultiplyAdd(SimdMath.Load(triangle, a + i), left, a0);
            a1 = Vector256.FusedMultiplyAdd(SimdMath.Load(triangle, a + i + SimdMath.Width), right, a1);
            b0 = Vector256.FusedMultiplyAdd(SimdMath.Load(triangle, b + i), left, b0);
            b1 = Vector256.FusedMultiplyAdd(SimdMath.Load(triangle, b + i + SimdMath.Width), right, b1);
            c0 = Vector256.FusedMultiplyAdd(SimdMath.Load(triangle, c + i), left, c0);
            c1 = Vector256.FusedMultiplyAdd(SimdMath.Load(triangle, c + i + SimdMath.Width), right, c1);
            d0 = Vector256.FusedMultiplyAdd(SimdMath.Load(triangle, d + i), left, d0);
            d1 = Vector256.FusedMultiplyAdd(SimdMath.Load(triangle, d + i + SimdMath.Width), right, d1);
        }

        product[row] = Finish(SimdMath.Sum(a0 + a1), triangle[a..], vector, i, row + 1);
        product[row + 1] = Finish(SimdMath.Sum(b0 + b1), triangle[b..], vector, i, row + 2);
        product[row + 2] = Finish(SimdMath.Sum(c0 + c1), triangle[c..], vector, i, row + 3);
        product[row + 3] = Finish(SimdMath.Sum(d0 + d1), triangle[d..], vector, i, row + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Finish(double sum, ReadOnlySpan<double> row, ReadOnlySpan<double> vector, int from, int count)
    {
        for (int i = from; i < count; i++)
        {
            sum = Math.FusedMultiplyAdd(row[i], vector[i], sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddGroup(ReadOnlySpan<double> triangle, ReadOnlySpan<double> factors, Span<double> target, int row)
    {
        int a = RowStart(row);
        int b = a + row + 1;
        int c = b + row + 2;
        int d = c + row + 3;
        Vector256<double> first = Vector256.Create(factors[row]);
        Vector256<double> second = Vector256.Create(factors[row + 1]);
        Vector256<double> third = Vector256.Create(factors[row + 2]);
        Vector256<double> fourth = Vector256.Create(factors[row + 3]);
        int i = 0;
        for (; i <= row + 1 - SimdMath.Width; i += SimdMath.Width)
        {
            Vector256<double> sum = Vector256.FusedMultiplyAdd(first, SimdMath.Load(triangle, a + i), SimdMath.Load(target, i));
            sum = Vector256.FusedMultiplyAdd(second, SimdMath.Load(triangle, b + i), sum);
            sum = Vector256.FusedMultiplyAdd(third, SimdMath.Load(triangle, c + i), sum);
            SimdMath.Store(Vector256.FusedMultiplyAdd(fourth, SimdMath.Load(triangle, d + i), sum), target, i);
        }

        for (int j = 0; j < RowGroup; j++)
        {
            SimdMath.AddScaled(factors[row + j], triangle[(RowStart(row + j) + i)..], target[i..], row + j + 1 - i);
        }
    }
}
