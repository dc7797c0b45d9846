using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <content>What the mixture's density is at candidates.</content>
internal sealed partial class KernelTable
{
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
