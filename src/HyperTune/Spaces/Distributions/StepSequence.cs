namespace HyperTune.Spaces.Distributions;

/// <summary>Equally spaced numbers: low, low + step, ..., high.</summary>
internal readonly struct StepSequence
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _step;
    private readonly int _digits;

    public StepSequence(double low, double high, double step)
    {
        _low = low;
        _high = high;
        _step = step;
        Count = checked((long)StepArithmetic.Count(low, high, step));
        _digits = Math.Max(Decimals(low), Decimals(step));
    }

    public long Count { get; }

    /// <summary>The grid's value number <paramref name="index"/>; the nearest decimal number where low and step are short decimals (0.3, not 0.30000000000000004).</summary>
    public double Value(long index)
    {
        // The ends are what was written, also where that is no short decimal: 3 * 0.1 is a little more than 0.3.
        if (index <= 0)
        {
            return _low;
        }

        if (index >= Count - 1)
        {
            return _high;
        }

        double value = _low + (index * _step);
        return _digits is > 0 and <= 15 ? Math.Round(value, _digits) : value;
    }

    public double FromUnit(double unit) => Value(Math.Clamp((long)(unit * Count), 0, Count - 1));

    public double ToUnit(double value) => (NearestIndex(value) + 0.5) / Count;

    /// <summary>The grid's value nearest to a number; not a number stays what it is.</summary>
    public double Snap(double value) => double.IsNaN(value) ? value : Value((long)NearestIndex(value));

    public bool Contains(double value)
        => value >= _low && value <= _high && Math.Abs(Value((long)Math.Round(StepArithmetic.Between(_low, value, _step))) - value) <= 1e-9 * _step;

    private double NearestIndex(double value) => Math.Clamp(Math.Round(StepArithmetic.Between(_low, value, _step)), 0, Count - 1);

    private static int Decimals(double value)
    {
        double magnitude = Math.Abs(value);
        if (magnitude == 0)
        {
            return 0;
        }

        // Outside this range a decimal either overflows or has no digits left after the point.
        return magnitude is < 1e-12 or > 1e12 ? 99 : ((decimal)value).Scale;
    }
}
