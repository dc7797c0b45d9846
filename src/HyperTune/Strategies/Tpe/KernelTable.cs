using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HyperTune.Numerics.Normal;
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
internal sealed class KernelTable
{
    private const int Lanes = 8;
    private const int Tile = 256;
    private const int RowsPerNumeric = 2;

    // The weight of a kernel that does not count; finite, because infinities would make not-a-number in sums.
    private const float Nothing = -1e30f;

    private static readonly double SqrtHalf = Math.Sqrt(0.5);
    private static readonly double LogSqrtTwoPi = 0.5 * Math.Log(2 * Math.PI);

    private readonly UnitCube _cube;
    private readonly float[] _logHit;
    private readonly float[] _logMiss;
    private readonly float[] _logUniform;

    // Numeric dimensions that always exist need no row of normalizers, which are part of the kernels' weights.
    private readonly int[] _normalizerRows;
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
        foreach (CubeDimension dimension in cube.Numeric.Where(static dimension => dimension.IsConditional))
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
        Entry(RowsPerNumeric * dimension.Row, column) = (float)mean;
        Entry((RowsPerNumeric * dimension.Row) + 1, column) = (float)(SqrtHalf / bandwidth);
        if (_cells[dimension.Row] is { } cells)
        {
            ReadOnlySpan<float> densities = cells.LogDensities((float)mean, (float)(SqrtHalf / bandwidth));
            for (int i = 0; i < densities.Length; i++)
            {
                Entry(cells.FirstRow + i, column) = densities[i];
            }
        }

        if (dimension.IsConditional)
        {
            Entry(_normalizerRows[dimension.Row], column) = LogNormalizer(column, dimension);
        }
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
                sum += LogNormalizer(column, dimension);
            }
        }

        Entry(_baseRow, column) = sum;
    }

    /// <summary>Makes the kernel count for nothing.</summary>
    public void Disable(int column) => Entry(_baseRow, column) = Nothing;

    /// <summary>Computes the logarithm of the sum of all weighted kernels at each candidate.</summary>
    public void Evaluate(ReadOnlySpan<TpeCandidate> candidates, Span<double> logSums)
    {
        Span<LogSumExp> sums = stackalloc LogSumExp[candidates.Length];
        sums.Fill(new LogSumExp());
        Span<float> tile = stackalloc float[Tile];

        // Tile by tile, so that the rows of a tile are read from the nearest cache for every candidate but the first.
        for (int start = 0; start < Count; start += Tile)
        {
            Span<float> exponents = tile[..Math.Min(Tile, PaddedCount - start)];
            for (int i = 0; i < candidates.Length; i++)
            {
                Exponents(candidates[i], start, exponents);
                sums[i].Add(exponents);
            }
        }

        for (int i = 0; i < candidates.Length; i++)
        {
            logSums[i] = sums[i].Value;
        }
    }

    /// <summary>The weighted kernels' logarithms at one candidate; <paramref name="exponents"/> is resized to fit.</summary>
    public void Exponents(TpeCandidate candidate, ref float[] exponents)
    {
        if (exponents.Length < PaddedCount)
        {
            exponents = new float[_capacity];
        }

        Exponents(candidate, 0, exponents.AsSpan(0, PaddedCount));
    }

    /// <summary>The logarithm of the sum of all weighted kernels after one numeric coordinate of the candidate has moved.</summary>
    /// <param name="exponents">What <see cref="Exponents(TpeCandidate, ref float[])"/> gave before the move.</param>
    /// <param name="dimension">The dimension of the move.</param>
    /// <param name="from">The coordinate before.</param>
    /// <param name="to">The coordinate after.</param>
    /// <param name="keep">Whether to leave the exponents after the move in <paramref name="exponents"/>.</param>
    public double EvaluateMove(float[] exponents, CubeDimension dimension, double from, double to, bool keep)
    {
        Span<float> tile = stackalloc float[Tile];
        ref float means = ref Entry(RowsPerNumeric * dimension.Row, 0);
        ref float inverses = ref Entry((RowsPerNumeric * dimension.Row) + 1, 0);
        CellRows? cells = _cells[dimension.Row];
        ref float rowBefore = ref cells is null ? ref means : ref Entry(cells.RowAt(from), 0);
        ref float rowAfter = ref cells is null ? ref means : ref Entry(cells.RowAt(to), 0);
        bool isDiscrete = dimension.Count is not null;
        Place before = cells is null ? Place.Of(dimension, from) : default;
        Place after = cells is null ? Place.Of(dimension, to) : default;
        var sum = new LogSumExp();
        for (int start = 0; start < Count; start += Tile)
        {
            Span<float> source = exponents.AsSpan(start, Math.Min(Tile, PaddedCount - start));
            Span<float> target = keep ? source : tile[..source.Length];
            for (int i = 0; i < source.Length; i += Lanes)
            {
                Vector256<float> mean = Vector256.LoadUnsafe(ref means, (nuint)(start + i));
                Vector256<float> inverse = Vector256.LoadUnsafe(ref inverses, (nuint)(start + i));
                Vector256<float> exponent = Vector256.Create<float>(source[i..]);
                if (cells is not null)
                {
                    exponent += Vector256.LoadUnsafe(ref rowAfter, (nuint)(start + i)) - Vector256.LoadUnsafe(ref rowBefore, (nuint)(start + i));
                }
                else if (isDiscrete)
                {
                    exponent += after.LogDensity(mean, inverse) - before.LogDensity(mean, inverse);
                }
                else
                {
                    Vector256<float> a = (before.Middle - mean) * inverse;
                    Vector256<float> b = (after.Middle - mean) * inverse;
                    exponent = Vector256.FusedMultiplyAdd(-b, b, Vector256.FusedMultiplyAdd(a, a, exponent));
                }

                exponent.CopyTo(target[i..]);
            }

            sum.Add(target);
        }

        return sum.Value;
    }

    private void Exponents(TpeCandidate candidate, int start, Span<float> exponents)
    {
        Row(_baseRow).Slice(start, exponents.Length).CopyTo(exponents);
        ref float target = ref MemoryMarshal.GetReference(exponents);
        nuint length = (nuint)exponents.Length;
        foreach (CubeDimension dimension in _cube.Numeric)
        {
            double coordinate = candidate.Point[dimension.Index];
            if (!double.IsNaN(coordinate))
            {
                AddNumeric(ref target, length, start, dimension, coordinate);
            }
        }

        foreach (CubeDimension dimension in _cube.Categorical)
        {
            double category = candidate.Point[dimension.Index];
            if (!double.IsNaN(category))
            {
                AddCategorical(ref target, length, start, dimension, (float)category);
            }
        }
    }

    private void AddNumeric(ref float target, nuint length, int start, CubeDimension dimension, double coordinate)
    {
        ref float means = ref Entry(RowsPerNumeric * dimension.Row, start);
        ref float inverses = ref Entry((RowsPerNumeric * dimension.Row) + 1, start);
        if (_cells[dimension.Row] is { } cells)
        {
            ref float densities = ref Entry(cells.RowAt(coordinate), start);
            for (nuint i = 0; i < length; i += Lanes)
            {
                (Vector256.LoadUnsafe(ref target, i) + Vector256.LoadUnsafe(ref densities, i)).StoreUnsafe(ref target, i);
            }
        }
        else if (dimension.Count is null)
        {
            Place place = Place.Of(dimension, coordinate);
            for (nuint i = 0; i < length; i += Lanes)
            {
                Vector256<float> z = (place.Middle - Vector256.LoadUnsafe(ref means, i)) * Vector256.LoadUnsafe(ref inverses, i);
                Vector256.FusedMultiplyAdd(-z, z, Vector256.LoadUnsafe(ref target, i)).StoreUnsafe(ref target, i);
            }
        }
        else
        {
            Place place = Place.Of(dimension, coordinate);
            for (nuint i = 0; i < length; i += Lanes)
            {
                Vector256<float> logDensity = place.LogDensity(Vector256.LoadUnsafe(ref means, i), Vector256.LoadUnsafe(ref inverses, i));
                (Vector256.LoadUnsafe(ref target, i) + logDensity).StoreUnsafe(ref target, i);
            }
        }

        if (dimension.IsConditional)
        {
            ref float normalizers = ref Entry(_normalizerRows[dimension.Row], start);
            for (nuint i = 0; i < length; i += Lanes)
            {
                (Vector256.LoadUnsafe(ref target, i) + Vector256.LoadUnsafe(ref normalizers, i)).StoreUnsafe(ref target, i);
            }
        }
    }

    private void AddCategorical(ref float target, nuint length, int start, CubeDimension dimension, float category)
    {
        ref float categories = ref Entry(CategoryRow(dimension), start);
        Vector256<float> wanted = Vector256.Create(category);
        Vector256<float> hit = Vector256.Create(_logHit[dimension.Row]);
        Vector256<float> miss = Vector256.Create(_logMiss[dimension.Row]);
        Vector256<float> uniform = Vector256.Create(_logUniform[dimension.Row]);
        for (nuint i = 0; i < length; i += Lanes)
        {
            Vector256<float> observed = Vector256.LoadUnsafe(ref categories, i);
            Vector256<float> share = Vector256.ConditionalSelect(Vector256.Equals(observed, wanted), hit, miss);
            share = Vector256.ConditionalSelect(Vector256.LessThan(observed, Vector256<float>.Zero), uniform, share);
            (Vector256.LoadUnsafe(ref target, i) + share).StoreUnsafe(ref target, i);
        }
    }

    // -ln(sqrt(2 pi) s (Phi((1 - m) / s) - Phi(-m / s))) of a kernel that is set; of one of discrete numbers, whose cells come as twice their mass,
    // with 2 in place of sqrt(2 pi) s.
    private float LogNormalizer(int column, CubeDimension dimension)
    {
        double mean = Entry(RowsPerNumeric * dimension.Row, column);
        double bandwidth = SqrtHalf / Entry((RowsPerNumeric * dimension.Row) + 1, column);
        double mass = 1 - StandardNormal.Cdf(-mean / bandwidth) - StandardNormal.Cdf((mean - 1) / bandwidth);
        return (float)(dimension.Count is null ? -Math.Log(bandwidth * mass) - LogSqrtTwoPi : -Math.Log(2 * mass));
    }

    private int CategoryRow(CubeDimension dimension) => (RowsPerNumeric * _cube.Numeric.Length) + dimension.Row;

    private Span<float> Row(int row) => _rows.AsSpan(row * _capacity, _capacity);

    private ref float Entry(int row, int column) => ref _rows[(row * _capacity) + column];

    /// <summary>Where a candidate lies in a numeric dimension: a coordinate, and around a discrete value's middle its cell.</summary>
    private readonly struct Place(Vector256<float> middle, float half, float logWidth)
    {
        public Vector256<float> Middle { get; } = middle;

        public static Place Of(CubeDimension dimension, double coordinate)
        {
            if (dimension.Count is null)
            {
                return new Place(Vector256.Create((float)coordinate), 0, 0);
            }

            (double begin, double end) = dimension.CellAt(coordinate);
            return new Place(Vector256.Create((float)((begin + end) / 2)), (float)((end - begin) / 2), (float)Math.Log(end - begin));
        }

        /// <summary>The logarithm of twice the kernels' masses in the cell over its width; 0 for a kernel without the parameter.</summary>
        public Vector256<float> LogDensity(Vector256<float> means, Vector256<float> inverses)
        {
            Vector256<float> logMass = CellMass.LogDoubled((Middle - means) * inverses, Vector256.Create(half) * inverses);
            return Vector256.ConditionalSelect(
                Vector256.Equals(inverses, Vector256<float>.Zero),
                Vector256<float>.Zero,
                logMass - Vector256.Create(logWidth));
        }
    }
}
