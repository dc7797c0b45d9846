using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>
/// A mixture of product kernels as a structure of arrays: a row for each quantity of each dimension, a column for each kernel. Numeric dimensions have
/// normal kernels truncated to the unit interval, categorical ones a share on the observed category and the rest on all.
/// </summary>
/// <remarks>
/// The density of a candidate x is the weighted mean over the kernels k of the product over the candidate's active dimensions of
/// phi((x - m) / s) / (s (Phi((1 - m) / s) - Phi(-m / s))), or (1[x = c] + a) / (1 + a K) for K categories. A discrete number has the mean of that
/// density over its cell, (Phi((e - m) / s) - Phi((b - m) / s)) / (e - b) in place of phi((x - m) / s) / s for the cell from b to e, so that the
/// cells' widths times their densities sum to 1. A kernel that lacks the parameter contributes the uniform density.
/// </remarks>
internal sealed partial class KernelTable
{
    private const int Lanes = 8;
    private const int Tile = 256;
    private const int RowsPerNumeric = 2;

    // The weight of a kernel that does not count; finite, because infinities would make not-a-number in sums.
    private const float Nothing = -1e30f;

    private static readonly double SqrtHalf = Math.Sqrt(0.5);

    private readonly UnitCube _cube;
    private readonly float[] _logHit;
    private readonly float[] _logMiss;
    private readonly float[] _logUniform;

    // Of numeric dimensions that always exist the normalizers are part of the kernels' weights, too.
    private readonly int[] _normalizerRows;
    private readonly KernelNormalizers _normalizers = new();
    private readonly CellRows?[] _cells;
    private readonly int _baseRow;
    private float[] _rows = [];
    private int _capacity;

    public KernelTable(UnitCube cube)
    {
        _cube = cube;
        _logHit = new float[cube.Categorical.Length];
        _logMiss = new float[cube.Categorical.Length];
        _logUniform = [.. cube.Categorical.Select(static dimension => -MathF.Log(dimension.Count!.Value))];
        _normalizerRows = new int[cube.Numeric.Length];
        _baseRow = (RowsPerNumeric * cube.Numeric.Length) + cube.Categorical.Length;
        foreach (CubeDimension dimension in cube.Numeric)
        {
            _normalizerRows[dimension.Row] = _baseRow++;
        }

        _cells = new CellRows?[cube.Numeric.Length];
        foreach (CubeDimension dimension in cube.Numeric)
        {
            _cells[dimension.Row] = CellRows.Of(dimension, _baseRow);
            _baseRow += _cells[dimension.Row]?.Count ?? 0;
        }
    }

    /// <summary>The number of columns.</summary>
    public int Count { get; private set; }

    private int PaddedCount => (Count + Lanes - 1) / Lanes * Lanes;

    /// <summary>Appends columns up to <paramref name="count"/>, or drops the last ones; new kernels do not count until they get a weight.</summary>
    public void Resize(int count)
    {
        if (count > _capacity)
        {
            int capacity = Math.Max(count + (count / 8) + Lanes, 4 * Lanes) / Lanes * Lanes;
            float[] rows = new float[(_baseRow + 1) * capacity];
            for (int row = 0; row <= _baseRow; row++)
            {
                Row(row)[..Count].CopyTo(rows.AsSpan(row * capacity));
            }

            (_rows, _capacity) = (rows, capacity);
        }

        Row(_baseRow)[Math.Min(Count, count)..].Fill(Nothing);
        Count = count;
    }

    /// <summary>Sets the shares of categories for a mixture of <paramref name="kernels"/> kernels besides the prior.</summary>
    public void SetCategoricalPrior(double prior, int kernels)
    {
        double a = prior / (kernels + 1);
        foreach (CubeDimension dimension in _cube.Categorical)
        {
            double total = 1 + (a * dimension.Count!.Value);
            _logHit[dimension.Row] = (float)Math.Log((1 + a) / total);
            _logMiss[dimension.Row] = (float)Math.Log(a / total);
        }
    }

    /// <summary>Sets a numeric kernel.</summary>
    public void SetNumeric(int column, CubeDimension dimension, double mean, double bandwidth)
    {
        float center = (float)mean;
        float inverse = (float)(SqrtHalf / bandwidth);
        ref float knownCenter = ref Entry(RowsPerNumeric * dimension.Row, column);
        ref float knownInverse = ref Entry((RowsPerNumeric * dimension.Row) + 1, column);
        if (knownCenter == center && knownInverse == inverse)
        {
            // Everything else in the column follows from these two.
            return;
        }

        (knownCenter, knownInverse) = (center, inverse);
        if (_cells[dimension.Row] is { } cells)
        {
            ReadOnlySpan<float> densities = cells.LogDensities(center, inverse);
            for (int i = 0; i < densities.Length; i++)
            {
                Entry(cells.FirstRow + i, column) = densities[i];
            }
        }

        Entry(_normalizerRows[dimension.Row], column) = _normalizers.Logarithm(center, inverse, dimension.Count is not null);
    }

    /// <summary>Sets the observed category.</summary>
    public void SetCategory(int column, CubeDimension dimension, double category) => Entry(CategoryRow(dimension), column) = (float)category;

    /// <summary>Makes the kernel uniform in a dimension, as for a parameter that its trial lacks.</summary>
    public void SetUniform(int column, CubeDimension dimension)
    {
        if (dimension.IsCategorical)
        {
            Entry(CategoryRow(dimension), column) = -1;
            return;
        }

        for (int i = 0; i < RowsPerNumeric; i++)
        {
            Entry((RowsPerNumeric * dimension.Row) + i, column) = 0;
        }

        for (int i = 0; i < (_cells[dimension.Row]?.Count ?? 0); i++)
        {
            Entry(_cells[dimension.Row]!.FirstRow + i, column) = 0;
        }

        Entry(_normalizerRows[dimension.Row], column) = 0;
    }

    /// <summary>Sets the kernel's weight; call it after the kernel has changed in any dimension.</summary>
    public void SetLogWeight(int column, double logWeight)
    {
        float sum = (float)logWeight;
        foreach (CubeDimension dimension in _cube.Numeric)
        {
            // Those of conditional dimensions count only for candidates that have the parameter.
            if (!dimension.IsConditional)
            {
                sum += Entry(_normalizerRows[dimension.Row], column);
            }
        }

        Entry(_baseRow, column) = sum;
    }

    /// <summary>Makes the kernel count for nothing.</summary>
    public void Disable(int column) => Entry(_baseRow, column) = Nothing;

    private int CategoryRow(CubeDimension dimension) => (RowsPerNumeric * _cube.Numeric.Length) + dimension.Row;

    private Span<float> Row(int row) => _rows.AsSpan(row * _capacity, _capacity);

    private ref float Entry(int row, int column) => ref _rows[(row * _capacity) + column];
}
