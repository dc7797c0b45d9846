namespace HyperTune.Spaces.Enumeration;

/// <summary>The vector values that one parameter takes in an enumeration, in ascending order: all of a discrete one, or some points.</summary>
internal sealed class ValueAxis
{
    // Two values this close in relation to their size are the same point: a config typed by hand has the decimal, the grid the computed number.
    private const double RelativeTolerance = 1e-12;

    private readonly Distribution _distribution;
    private readonly double _firstUnit;
    private readonly double _lastUnit;

    /// <param name="distribution">The parameter's distribution.</param>
    /// <param name="points">The wanted number of points; <see langword="null"/> for all values of a discrete distribution.</param>
    public ValueAxis(Distribution distribution, int? points)
    {
        _distribution = distribution;
        if (distribution.Count is { } count)
        {
            Count = Math.Min(points ?? count, count);
            return;
        }

        Count = distribution.Low < distribution.High ? points!.Value : 1;
        double margin = 0.5 / Count;
        _firstUnit = Count == 1 ? 0.5 : distribution.HasLowEnd ? 0 : margin;
        _lastUnit = Count == 1 ? 0.5 : distribution.HasHighEnd ? 1 : 1 - margin;
    }

    /// <summary>The number of values; at least 1.</summary>
    public long Count { get; }

    /// <summary>Value number <paramref name="index"/> of the axis.</summary>
    public double Value(long index)
    {
        if (_distribution.Count is { } count)
        {
            return _distribution.FromIndex(SpreadIndex(index, count));
        }

        double unit = Count == 1 ? 0.5 : _firstUnit + ((_lastUnit - _firstUnit) * index / (Count - 1));
        return unit <= 0 ? _distribution.Low : unit >= 1 ? _distribution.High : _distribution.FromUnit(unit);
    }

    /// <summary>The index of a value, or -1 when it is none of the axis.</summary>
    public long IndexOf(double value)
    {
        long index = FirstAtLeast(value - (RelativeTolerance * Math.Abs(value)));
        return index < Count && Math.Abs(Value(index) - value) <= RelativeTolerance * Math.Abs(value) ? index : -1;
    }

    /// <summary>The first index whose value is at least <paramref name="bound"/>; <see cref="Count"/> when there is none.</summary>
    public long FirstAtLeast(double bound)
    {
        long low = 0;
        long high = Count;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (Value(middle) >= bound)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private long SpreadIndex(long index, long count)
    {
        if (Count == count)
        {
            return index;
        }

        return Count == 1 ? (count - 1) / 2 : (long)((Int128)index * (count - 1) / (Count - 1));
    }
}
