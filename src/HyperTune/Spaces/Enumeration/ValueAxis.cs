namespace HyperTune.Spaces.Enumeration;

/// <summary>The vector values that one parameter takes in an enumeration, in ascending order: all of a discrete one, or some points.</summary>
internal sealed class ValueAxis
{
    // Two values this close in relation to their size or to the distance of points are the same point: a config typed by hand has the decimal, an
    // earlier version's grid the computed number, which instead of 0 can be any small one.
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

        return _distribution.PointAt(Count == 1 ? 0.5 : _firstUnit + ((_lastUnit - _firstUnit) * index / (Count - 1)));
    }

    /// <summary>The index of a value, or -1 when it is none of the axis.</summary>
    public long IndexOf(double value)
    {
        if (double.IsNaN(value))
        {
            return -1;
        }

        if (_distribution.Count is not null)
        {
            long next = FirstAtLeast(value);
            return next < Count && IsAt(value, next) ? next
                : next > 0 && IsAt(value, next - 1) ? next - 1
                : -1;
        }

        double place = (_distribution.ToUnit(value) - _firstUnit) / (_lastUnit - _firstUnit) * (Count - 1);
        long nearest = Count == 1 ? 0 : (long)Math.Clamp(Math.Round(place), 0, Count - 1);
        return IsAt(value, nearest) ? nearest : -1;
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

    private bool IsAt(double value, long index)
    {
        double point = Value(index);
        double gap = Count == 1 ? _distribution.FromUnit(0.75) - _distribution.FromUnit(0.25) : Math.Abs(Value(index == 0 ? 1 : index - 1) - point);
        return Math.Abs(point - value) <= RelativeTolerance * Math.Max(Math.Abs(value), Math.Min(gap, double.MaxValue));
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
