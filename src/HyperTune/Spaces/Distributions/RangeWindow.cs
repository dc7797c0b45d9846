namespace HyperTune.Spaces.Distributions;

/// <summary>
/// What is left of a distribution from a limit on, or up to it: places in the window, from 0 to 1, are places in that part of the unit interval, so that
/// values in it are as likely in relation to each other as before.
/// </summary>
internal readonly struct RangeWindow
{
    private readonly Distribution _distribution;
    private readonly double _begin;
    private readonly double _end;
    private readonly double _low;
    private readonly double _high;

    private RangeWindow(Distribution distribution, double begin, double end, double low, double high)
    {
        _distribution = distribution;
        _begin = begin;
        _end = end;
        _low = low;
        _high = high;
    }

    /// <summary>The values that are not above a limit; the lowest one where all are, and all where the limit is not a number.</summary>
    public static RangeWindow UpTo(Distribution distribution, double limit)
    {
        if (!(limit < distribution.High))
        {
            return Whole(distribution);
        }

        double high = Math.Max(distribution.Low, distribution.IsContinuous ? limit : LargestUpTo(distribution, limit));
        return new(distribution, 0, distribution.CellAt(distribution.ToUnit(high)).End, distribution.Low, high);
    }

    /// <summary>The values that are not below a limit; the highest one where all are, and all where the limit is not a number.</summary>
    public static RangeWindow From(Distribution distribution, double limit)
    {
        if (!(limit > distribution.Low))
        {
            return Whole(distribution);
        }

        double low = Math.Min(distribution.High, distribution.IsContinuous ? limit : SmallestFrom(distribution, limit));
        return new(distribution, distribution.CellAt(distribution.ToUnit(low)).Begin, 1, low, distribution.High);
    }

    /// <summary>The value at a place.</summary>
    /// <param name="place">A number in [0, 1]; one outside is treated as the nearer end.</param>
    public double FromUnit(double place)
        // The end of a cell is the beginning of the next one.
        => Math.Clamp(_distribution.FromUnit(_begin + (Math.Clamp(place, 0, 1) * (_end - _begin))), _low, _high);

    /// <summary>The place of a value; one outside gives the place of the nearer end, and the middle where there is only one value without any width.</summary>
    public double ToUnit(double value) => _end > _begin ? Math.Clamp((_distribution.ToUnit(value) - _begin) / (_end - _begin), 0, 1) : 0.5;

    /// <summary>The nearest value.</summary>
    /// <param name="value">A value of the distribution.</param>
    public double Clamp(double value) => Math.Clamp(value, _low, _high);

    private static RangeWindow Whole(Distribution distribution) => new(distribution, 0, 1, distribution.Low, distribution.High);

    private static double LargestUpTo(Distribution distribution, double limit)
        => distribution.Snap(limit) is var nearest && nearest <= limit ? nearest : distribution.FromIndex(Math.Max(0, FirstFrom(distribution, limit) - 1));

    private static double SmallestFrom(Distribution distribution, double limit)
        => distribution.Snap(limit) is var nearest && nearest >= limit
            ? nearest
            : distribution.FromIndex(Math.Min(distribution.Count!.Value - 1, FirstFrom(distribution, limit)));

    // The index of the first value that is at least the limit, or their number.
    private static long FirstFrom(Distribution distribution, double limit)
    {
        long low = 0;
        long high = distribution.Count!.Value;
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            (low, high) = distribution.FromIndex(middle) >= limit ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
