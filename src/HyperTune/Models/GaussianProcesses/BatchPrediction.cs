using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>Predicts many points at once: the covariances of a block of points as columns, multiplied by the inverse Cholesky factor.</summary>
internal sealed class BatchPrediction
{
    private const int BlockWidth = 32;
    private const int ColumnGroup = 2 * SimdMath.Width;
    private const int RowGroup = 4;

    private double[] _covariances = [];
    private KernelPoint _point = new(0);
    private KernelInputs? _inputs;

    /// <summary>Predicts all points of <paramref name="candidates"/>.</summary>
    /// <param name="process">The process.</param>
    /// <param name="candidates">The points to predict.</param>
    /// <param name="means">Receives the means; room for the candidates rounded up to whole blocks (<see cref="Room"/>).</param>
    /// <param name="variances">Receives the variances of the function without noise; as much room.</param>
    /// <param name="pending">
    /// Receives, for each point of the process without output, the whitened covariances with the candidates, one row of <see cref="Room"/> entries
    /// each.
    /// </param>
    public void Predict(GaussianProcess process, PointSet candidates, Span<double> means, Span<double> variances, Span<double> pending)
    {
        int room = Room(candidates.Count);
        if (_covariances.Length < process.Count * BlockWidth)
        {
            _covariances = new double[(process.Count + (process.Count / 4)) * BlockWidth];
        }

        if (_point.Coordinates.Length != candidates.Dimension)
        {
            _point = new KernelPoint(candidates.Dimension);
        }

        _inputs ??= new KernelInputs(process.Kernel, candidates);
        _inputs.Reset(process.Kernel, candidates);
        for (int first = 0; first < candidates.Count; first += BlockWidth)
        {
            // The candidates' storage may end inside the last block.
            int width = Math.Min(BlockWidth, candidates.Stride - first);
            FillCovariances(process, _inputs, first, width, means[first..]);
            Span<double> blockVariances = variances.Slice(first, BlockWidth);
            blockVariances.Fill(process.PriorVariance);
            for (int column = 0; column < width; column += ColumnGroup)
            {
                SubtractExplained(process, column, blockVariances[column..], pending[Math.Min(first + column, pending.Length)..], room);
            }
        }
    }

    /// <summary>The entries to reserve for the predictions of <paramref name="count"/> points.</summary>
    public static int Room(int count) => (count + BlockWidth - 1) / BlockWidth * BlockWidth;

    private void FillCovariances(GaussianProcess process, KernelInputs candidates, int first, int width, Span<double> means)
    {
        means[..BlockWidth].Fill(process.Mean);
        ReadOnlySpan<double> solution = process.Solution;
        for (int i = 0; i < process.Count; i++)
        {
            process.Inputs.CopyTo(i, _point);
            Span<double> row = _covariances.AsSpan(i * BlockWidth, BlockWidth);
            process.Kernel.CovariancesFrom(candidates, first, width, _point, row);
            if (i < process.OutputCount)
            {
                SimdMath.AddScaled(solution[i], row, means, width);
            }
        }
    }

    // variance -= sum_i (L^-1 k)_i^2 for eight candidates.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SubtractExplained(GaussianProcess process, int column, Span<double> variances, Span<double> pending, int room)
    {
        Vector256<double> left = SimdMath.Load(variances, 0);
        Vector256<double> right = SimdMath.Load(variances, SimdMath.Width);
        int row = 0;
        for (; row <= process.Count - RowGroup && row + RowGroup <= process.OutputCount; row += RowGroup)
        {
            SubtractFour(process, row, column, ref left, ref right);
        }

        for (; row < process.Count; row++)
        {
            ReadOnlySpan<double> inverse = process.InverseRow(row);
            Vector256<double> a = default;
            Vector256<double> b = default;
            for (int k = 0; k <= row; k++)
            {
                Vector256<double> factor = Vector256.Create(inverse[k]);
                a = Vector256.FusedMultiplyAdd(factor, SimdMath.Load(_covariances, (k * BlockWidth) + column), a);
                b = Vector256.FusedMultiplyAdd(factor, SimdMath.Load(_covariances, (k * BlockWidth) + column + SimdMath.Width), b);
            }

            left -= a * a;
            right -= b * b;
            if (row >= process.OutputCount)
            {
                int start = (row - process.OutputCount) * room;
                SimdMath.Store(a, pending, start);
                SimdMath.Store(b, pending, start + SimdMath.Width);
            }
        }

        SimdMath.Store(Vector256.Max(left, default), variances, 0);
        SimdMath.Store(Vector256.Max(right, default), variances, SimdMath.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SubtractFour(GaussianProcess process, int row, int column, ref Vector256<double> left, ref Vector256<double> right)
    {
        ReadOnlySpan<double> first = process.InverseRow(row);
        ReadOnlySpan<double> second = process.InverseRow(row + 1);
        ReadOnlySpan<double> third = process.InverseRow(row + 2);
        ReadOnlySpan<double> fourth = process.InverseRow(row + 3);
        Vector256<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        int k = 0;
        for (; k < first.Length; k++)
        {
            Vector256<double> x0 = SimdMath.Load(_covariances, (k * BlockWidth) + column);
            Vector256<double> x1 = SimdMath.Load(_covariances, (k * BlockWidth) + column + SimdMath.Width);
            Vector256<double> factor = Vector256.Create(first[k]);
            a0 = Vector256.FusedMultiplyAdd(factor, x0, a0);
            a1 = Vector256.FusedMultiplyAdd(factor, x1, a1);
            factor = Vector256.Create(second[k]);
            b0 = Vector256.FusedMultiplyAdd(factor, x0, b0);
            b1 = Vector256.FusedMultiplyAdd(factor, x1, b1);
            factor = Vector256.Create(third[k]);
            c0 = Vector256.FusedMultiplyAdd(factor, x0, c0);
            c1 = Vector256.FusedMultiplyAdd(factor, x1, c1);
            factor = Vector256.Create(fourth[k]);
            d0 = Vector256.FusedMultiplyAdd(factor, x0, d0);
            d1 = Vector256.FusedMultiplyAdd(factor, x1, d1);
        }

        // The three last columns, where the rows have different lengths.
        for (; k < fourth.Length; k++)
        {
            Vector256<double> x0 = SimdMath.Load(_covariances, (k * BlockWidth) + column);
            Vector256<double> x1 = SimdMath.Load(_covariances, (k * BlockWidth) + column + SimdMath.Width);
            Vector256<double> factor = Vector256.Create(k < second.Length ? second[k] : 0);
            b0 = Vector256.FusedMultiplyAdd(factor, x0, b0);
            b1 = Vector256.FusedMultiplyAdd(factor, x1, b1);
            factor = Vector256.Create(k < third.Length ? third[k] : 0);
            c0 = Vector256.FusedMultiplyAdd(factor, x0, c0);
            c1 = Vector256.FusedMultiplyAdd(factor, x1, c1);
            factor = Vector256.Create(fourth[k]);
            d0 = Vector256.FusedMultiplyAdd(factor, x0, d0);
            d1 = Vector256.FusedMultiplyAdd(factor, x1, d1);
        }

        left -= (a0 * a0) + (b0 * b0) + (c0 * c0) + (d0 * d0);
        right -= (a1 * a1) + (b1 * b1) + (c1 * c1) + (d1 * d1);
    }
}
