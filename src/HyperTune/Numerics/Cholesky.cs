using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperTune.Numerics;

/// <summary>Dense Cholesky factors and their inverses, row-major and vectorized.</summary>
/// <remarks>
/// Matrices are square with a size that is a multiple of <see cref="Block"/>; smaller ones are continued with the identity (see
/// <see cref="PaddedSize"/>), which changes neither factor nor inverse nor determinant. Only lower triangles are read and written; what lies above
/// the diagonal is undefined outside the diagonal blocks. MathNet's managed routines take 3 to 5, 6 and 10 times as long to factor 50, 100 and 300
/// rows, 15 to 28 times for the inverse, and cannot append a row (FINDINGS, "Own numerics").
/// </remarks>
internal static class Cholesky
{
    /// <summary>The width of a block of columns.</summary>
    public const int Block = 8;

    // Rows that share the columns loaded into registers: 4 rows by 2 vectors is as many accumulators as keep both multipliers of a core busy.
    private const int RowGroup = 4;

    /// <summary>The size with which a matrix of <paramref name="size"/> rows is stored.</summary>
    public static int PaddedSize(int size) => (size + Block - 1) / Block * Block;

    /// <summary>Continues a matrix with the identity from row <paramref name="size"/> on.</summary>
    public static void Pad(Span<double> matrix, int size, int paddedSize)
    {
        for (int row = size; row < paddedSize; row++)
        {
            matrix.Slice(row * paddedSize, row).Clear();
            matrix[(row * paddedSize) + row] = 1;
        }
    }

    /// <summary>Replaces a symmetric matrix A by the lower triangle L with L L^T = A.</summary>
    /// <returns><see langword="false"/> when A is not positive definite; its content is lost then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryFactor(Span<double> matrix, int size)
    {
        Span<double> transform = stackalloc double[Block * Block];
        for (int column = 0; column < size; column += Block)
        {
            SubtractFinishedColumns(matrix, size, column);
            if (!TryFactorDiagonalBlock(matrix, size, column))
            {
                return false;
            }

            InvertDiagonalBlock(matrix, size, column, transform);
            for (int row = column + Block; row < size; row++)
            {
                MultiplyRow(matrix.Slice((row * size) + column, Block), transform);
            }
        }

        return true;
    }

    /// <summary>Writes the inverse of a lower triangle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InvertLower(ReadOnlySpan<double> lower, Span<double> inverse, int size)
    {
        for (int row = 0; row < size; row += RowGroup)
        {
            for (int column = 0; column <= row; column += Block)
            {
                InvertBlock(lower, inverse, size, row, column);
            }
        }
    }

    /// <summary>Writes the lower triangle of X^T X for a lower triangle X; for the inverse of a Cholesky factor, that is the inverse of the
    /// matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposedSquare(ReadOnlySpan<double> lower, Span<double> product, int size)
    {
        for (int row = 0; row < size; row += RowGroup)
        {
            for (int column = 0; column <= row; column += Block)
            {
                Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
                for (int k = row; k < size; k++)
                {
                    int start = k * size;
                    Vector256<double> left = SimdMath.Load(lower, start + column);
                    Vector256<double> right = SimdMath.Load(lower, start + column + SimdMath.Width);
                    Vector256<double> factor = Vector256.Create(lower[start + row]);
                    a0 = Vector256.FusedMultiplyAdd(factor, left, a0);
                    a1 = Vector256.FusedMultiplyAdd(factor, right, a1);
                    factor = Vector256.Create(lower[start + row + 1]);
                    b0 = Vector256.FusedMultiplyAdd(factor, left, b0);
                    b1 = Vector256.FusedMultiplyAdd(factor, right, b1);
                    factor = Vector256.Create(lower[start + row + 2]);
                    c0 = Vector256.FusedMultiplyAdd(factor, left, c0);
                    c1 = Vector256.FusedMultiplyAdd(factor, right, c1);
                    factor = Vector256.Create(lower[start + row + 3]);
                    d0 = Vector256.FusedMultiplyAdd(factor, left, d0);
                    d1 = Vector256.FusedMultiplyAdd(factor, right, d1);
                }

                StorePair(a0, a1, product, (row * size) + column);
                StorePair(b0, b1, product, ((row + 1) * size) + column);
                StorePair(c0, c1, product, ((row + 2) * size) + column);
                StorePair(d0, d1, product, ((row + 3) * size) + column);
            }
        }
    }

    // A[i, j] -= sum over k < column of L[i, k] L[j, k] for the block's columns j and all rows i from the block on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractFinishedColumns(Span<double> matrix, int size, int column)
    {
        for (int row = column; row < size; row += RowGroup)
        {
            for (int j = column; j < column + Block; j += 2)
            {
                SubtractDots(matrix, size, row, j, column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractDots(Span<double> matrix, int size, int row, int j, int count)
    {
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        int r = row * size;
        int c = j * size;
        for (int k = 0; k < count; k += SimdMath.Width)
        {
            Vector256<double> left = SimdMath.Load(matrix, c + k);
            Vector256<double> right = SimdMath.Load(matrix, c + size + k);
            Vector256<double> values = SimdMath.Load(matrix, r + k);
            a0 = Vector256.FusedMultiplyAdd(values, left, a0);
            a1 = Vector256.FusedMultiplyAdd(values, right, a1);
            values = SimdMath.Load(matrix, r + size + k);
            b0 = Vector256.FusedMultiplyAdd(values, left, b0);
            b1 = Vector256.FusedMultiplyAdd(values, right, b1);
            values = SimdMath.Load(matrix, r + (2 * size) + k);
            c0 = Vector256.FusedMultiplyAdd(values, left, c0);
            c1 = Vector256.FusedMultiplyAdd(values, right, c1);
            values = SimdMath.Load(matrix, r + (3 * size) + k);
            d0 = Vector256.FusedMultiplyAdd(values, left, d0);
            d1 = Vector256.FusedMultiplyAdd(values, right, d1);
        }

        int target = r + j;
        matrix[target] -= SimdMath.Sum(a0);
        matrix[target + 1] -= SimdMath.Sum(a1);
        matrix[target + size] -= SimdMath.Sum(b0);
        matrix[target + size + 1] -= SimdMath.Sum(b1);
        matrix[target + (2 * size)] -= SimdMath.Sum(c0);
        matrix[target + (2 * size) + 1] -= SimdMath.Sum(c1);
        matrix[target + (3 * size)] -= SimdMath.Sum(d0);
        matrix[target + (3 * size) + 1] -= SimdMath.Sum(d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryFactorDiagonalBlock(Span<double> matrix, int size, int column)
    {
        for (int i = 0; i < Block; i++)
        {
            Span<double> row = matrix.Slice(((column + i) * size) + column, Block);
            for (int j = 0; j <= i; j++)
            {
                Span<double> other = matrix.Slice(((column + j) * size) + column, Block);
                double sum = row[j];
                for (int k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                if (j < i)
                {
                    row[j] = sum / other[j];
                }
                else if (sum > 0)
                {
                    row[j] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The transposed inverse of the diagonal block, row-major: multiplying a row of the panel by it solves for the panel's row of L.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InvertDiagonalBlock(ReadOnlySpan<double> matrix, int size, int column, Span<double> transform)
    {
        transform.Clear();
        for (int j = 0; j < Block; j++)
        {
            for (int i = j; i < Block; i++)
            {
                int row = ((column + i) * size) + column;
                double sum = i == j ? 1 : 0;
                for (int k = j; k < i; k++)
                {
                    sum -= matrix[row + k] * transform[(j * Block) + k];
                }

                transform[(j * Block) + i] = sum / matrix[row + i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyRow(Span<double> row, ReadOnlySpan<double> transform)
    {
        Vector256<double> low = default;
        Vector256<double> high = default;
        for (int k = 0; k < Block; k++)
        {
            Vector256<double> factor = Vector256.Create(row[k]);
            low = Vector256.FusedMultiplyAdd(factor, SimdMath.Load(transform, k * Block), low);
            high = Vector256.FusedMultiplyAdd(factor, SimdMath.Load(transform, (k * Block) + SimdMath.Width), high);
        }

        StorePair(low, high, row, 0);
    }

    // Rows row ... row + 3 and columns column ... column + 7 of X from L X = I, given the rows above.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InvertBlock(ReadOnlySpan<double> lower, Span<double> inverse, int size, int row, int column)
    {
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        int l = row * size;
        for (int k = column; k < row; k++)
        {
            Vector256<double> left = SimdMath.Load(inverse, (k * size) + column);
            Vector256<double> right = SimdMath.Load(inverse, (k * size) + column + SimdMath.Width);
            Vector256<double> factor = Vector256.Create(-lower[l + k]);
            a0 = Vector256.FusedMultiplyAdd(factor, left, a0);
            a1 = Vector256.FusedMultiplyAdd(factor, right, a1);
            factor = Vector256.Create(-lower[l + size + k]);
            b0 = Vector256.FusedMultiplyAdd(factor, left, b0);
            b1 = Vector256.FusedMultiplyAdd(factor, right, b1);
            factor = Vector256.Create(-lower[l + (2 * size) + k]);
            c0 = Vector256.FusedMultiplyAdd(factor, left, c0);
            c1 = Vector256.FusedMultiplyAdd(factor, right, c1);
            factor = Vector256.Create(-lower[l + (3 * size) + k]);
            d0 = Vector256.FusedMultiplyAdd(factor, left, d0);
            d1 = Vector256.FusedMultiplyAdd(factor, right, d1);
        }

        StorePair(a0, a1, inverse, l + column);
        StorePair(b0, b1, inverse, l + size + column);
        StorePair(c0, c1, inverse, l + (2 * size) + column);
        StorePair(d0, d1, inverse, l + (3 * size) + column);
        for (int i = 0; i < RowGroup; i++)
        {
            Span<double> target = inverse.Slice(((row + i) * size) + column, Block);
            if (row + i < column + Block)
            {
                target[row + i - column] += 1;
            }

            int start = ((row + i) * size) + row;
            for (int k = 0; k < i; k++)
            {
                SimdMath.AddScaled(-lower[start + k], inverse.Slice(((row + k) * size) + column, Block), target, Block);
            }

            Vector256<double> scale = Vector256.Create(1 / lower[start + i]);
            StorePair(SimdMath.Load(target, 0) * scale, SimdMath.Load(target, SimdMath.Width) * scale, target, 0);
        }
    }

    private static void StorePair(Vector256<double> low, Vector256<double> high, Span<double> target, int index)
    {
        SimdMath.Store(low, target, index);
        SimdMath.Store(high, target, index + SimdMath.Width);
    }
}
