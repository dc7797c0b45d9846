using System.Runtime.Intrinsics;
using HyperTune.Spaces.Coding;

namespace HyperTune.Strategies.Tpe;

/// <summary>The cells of a numeric dimension with so few values that a kernel can keep its density in each.</summary>
internal sealed class CellRows
{
    /// <summary>The most values.</summary>
    public const int MostValues = 32;

    private const int Lanes = 8;

    // The kernels of so few values are few, too, as long as most of them have the smallest bandwidth: so many are remembered.
    private const int Remembered = 64;

    private readonly double[] _begins;
    private readonly float[] _middles;
    private readonly float[] _halves;
    private readonly float[] _logWidths;
    private readonly float[] _densities;
    private readonly (float Mean, float Inverse)[] _known = new (float, float)[Remembered];

    private CellRows(CubeDimension dimension, int firstRow)
    {
        FirstRow = firstRow;
        Count = (int)dimension.Count!.Value;
        _begins = new double[Count];
        int padded = (Count + Lanes - 1) / Lanes * Lanes;
        _middles = new float[padded];
        _halves = new float[padded];
        _logWidths = new float[padded];
        _densities = new float[Remembered * padded];
        _halves.AsSpan().Fill(1);
        for (int i = 0; i < Count; i++)
        {
            (double begin, double end) = dimension.CellAt(dimension.CoordinateOf(i));
            _begins[i] = begin;
            _middles[i] = (float)((begin + end) / 2);
            _halves[i] = (float)((end - begin) / 2);
            _logWidths[i] = (float)Math.Log(end - begin);
        }
    }

    /// <summary>The row of the first value's densities; the others follow.</summary>
    public int FirstRow { get; }

    /// <summary>The number of values.</summary>
    public int Count { get; }

    /// <summary>The rows of a dimension; <see langword="null"/> where it is continuous or has too many values.</summary>
    /// <param name="dimension">A numeric dimension.</param>
    /// <param name="firstRow">Which row is the first.</param>
    public static CellRows? Of(CubeDimension dimension, int firstRow) => dimension.Count <= MostValues ? new CellRows(dimension, firstRow) : null;

    /// <summary>The row of the value at a coordinate.</summary>
    public int RowAt(double coordinate)
    {
        int index = Array.BinarySearch(_begins, coordinate);
        return FirstRow + Math.Max(0, index < 0 ? ~index - 1 : index);
    }

    /// <summary>The logarithms of a kernel's densities in all cells, but for what truncates it to the unit interval.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="inverse">sqrt(1/2) over its bandwidth.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<float> LogDensities(float mean, float inverse)
    {
        int place = (int)(KernelKey.Hash(mean, inverse) % Remembered);
        Span<float> densities = _densities.AsSpan(place * _middles.Length, _middles.Length);
        if (_known[place] != (mean, inverse))
        {
            _known[place] = (mean, inverse);
            Compute(mean, inverse, densities);
        }

        return densities[..Count];
    }

    private void Compute(float mean, float inverse, Span<float> densities)
    {
        for (int i = 0; i < densities.Length; i += Lanes)
        {
            Vector256<float> center = (Vector256.Create(_middles, i) - Vector256.Create(mean)) * Vector256.Create(inverse);
            Vector256<float> logMass = CellMass.LogDoubled(center, Vector256.Create(_halves, i) * Vector256.Create(inverse));
            (logMass - Vector256.Create(_logWidths, i)).CopyTo(densities[i..]);
        }
    }
}
