namespace HyperTune;

/// <summary>Encoded points stored by coordinate, so that one coordinate of neighbouring points is one vector load.</summary>
internal sealed class PointSet
{
    private double[] _values;

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

    public void Add(ReadOnlySpan<double> point)
    {
        if (Count == Stride)
        {
            Grow();
        }

        for (int k = 0; k < Dimension; k++)
        {
            _values[(k * Stride) + Count] = point[k];
        }

        Count++;
    }

    public void CopyTo(int index, Span<double> point)
    {
        for (int k = 0; k < Dimension; k++)
        {
            point[k] = _values[(k * Stride) + index];
        }
    }

    /// <summary>Forgets the points from number <paramref name="count"/> on.</summary>
    public void Truncate(int count) => Count = count;

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
