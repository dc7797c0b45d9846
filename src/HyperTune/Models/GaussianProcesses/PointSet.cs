using System.Runtime.CompilerServices;
using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>Encoded points stored by coordinate, so that one coordinate of neighbouring points is one vector load.</summary>
internal sealed class PointSet
{
    private double[] _values;

    // Where not all are 1.
    private double[]? _noiseWeights;

    public PointSet(int dimension, int capacity = SimdMath.Width)
    {
        Dimension = dimension;
        Stride = SimdMath.RoundUp(Math.Max(capacity, SimdMath.Width));
        _values = new double[dimension * Stride];
    }

    /// <summary>The number of coordinates of a point.</summary>
    public int Dimension { get; }

    /// <summary>The number of points.</summary>
    public int Count { get; private set; }

    /// <summary>The distance of one coordinate's values from the next one's; a multiple of the vector width.</summary>
    public int Stride { get; private set; }

    /// <summary>All values: coordinate k of point i is at k * <see cref="Stride"/> + i. Entries beyond <see cref="Count"/> are finite.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Adds a point.</summary>
    /// <param name="point">Its coordinates.</param>
    /// <param name="noiseWeight">What the noise variance of its output is multiplied by.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> point, double noiseWeight = 1)
    {
        if (Count == Stride)
        {
            Grow();
        }

        for (int k = 0; k < Dimension; k++)
        {
            _values[(k * Stride) + Count] = point[k];
        }

        if (noiseWeight != 1 || _noiseWeights is not null)
        {
            SetNoiseWeight(noiseWeight);
        }

        Count++;
    }

    /// <summary>The largest weight of a point's noise; 1 where none is larger.</summary>
    public double LargestNoiseWeight
    {
        get
        {
            double largest = 1;
            for (int i = 0; _noiseWeights is not null && i < Count; i++)
            {
                largest = Math.Max(largest, _noiseWeights[i]);
            }

            return largest;
        }
    }

    /// <summary>What the noise variance of a point's output is multiplied by.</summary>
    public double NoiseWeight(int index) => _noiseWeights is null ? 1 : _noiseWeights[index];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(int index, Span<double> point)
    {
        for (int k = 0; k < Dimension; k++)
        {
            point[k] = _values[(k * Stride) + index];
        }
    }

    /// <summary>Some of the points, with their weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PointSet Pick(ReadOnlySpan<int> rows)
    {
        var picked = new PointSet(Dimension, rows.Length);
        var point = new double[Dimension];
        foreach (int row in rows)
        {
            CopyTo(row, point);
            picked.Add(point, NoiseWeight(row));
        }

        return picked;
    }

    /// <summary>Writes how far the first points are from one of them.</summary>
    /// <param name="center">The number of the one.</param>
    /// <param name="numericCount">How many coordinates are numeric; of the others, different ones are 1 apart.</param>
    /// <param name="squares">Receives the squared distances, as many as fit.</param>
    public void SquaredDistances(int center, int numericCount, Span<double> squares)
    {
        squares.Clear();
        for (int k = 0; k < Dimension; k++)
        {
            ReadOnlySpan<double> column = _values.AsSpan(k * Stride, Count);
            double x = column[center];
            for (int row = 0; row < squares.Length; row++)
            {
                double difference = column[row] - x;
                squares[row] += k < numericCount ? difference * difference : difference == 0 ? 0 : 1;
            }
        }
    }

    /// <summary>Forgets the points from number <paramref name="count"/> on.</summary>
    public void Truncate(int count) => Count = count;

    private void SetNoiseWeight(double weight)
    {
        if (_noiseWeights is null || _noiseWeights.Length < Stride)
        {
            int known = _noiseWeights?.Length ?? 0;
            Array.Resize(ref _noiseWeights, Stride);
            Array.Fill(_noiseWeights, 1, known, Stride - known);
        }

        _noiseWeights[Count] = weight;
    }

    private void Grow()
    {
        int stride = SimdMath.RoundUp(Stride + Math.Max(SimdMath.Width, Stride / 2));
        var values = new double[Dimension * stride];
        for (int k = 0; k < Dimension; k++)
        {
            _values.AsSpan(k * Stride, Count).CopyTo(values.AsSpan(k * stride));
        }

        _values = values;
        Stride = stride;
    }
}
