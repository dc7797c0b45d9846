using System;
using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Spaces.Distributions;

/// <summary>
/// Equally spaced numbers: low, low + step, ..., high. Compiled into the runtime and into the generator, so that what messages and documentation say is what
/// a study draws.
/// </summary>
internal readonly struct StepSequence
{
    // So many numbers can be counted.
    private const double MostSteps = long.MaxValue;

    // Outside of this range a decimal either overflows or has no digits left after the point.
    private const double SmallestDecimal = 1e-12;
    private const double LargestDecimal = 1e12;
    private const int MostDigits = 12;

    private readonly double _low;
    private readonly double _high;
    private readonly double _step;
    private readonly double _tolerance;
    private readonly int _digits;

    public StepSequence(double low, double high, double step)
    {
        _low = low;
        _high = high;
        _step = step;
        double steps = Math.Round(Steps(high));
        if (!(steps < MostSteps))
        {
            throw new ArgumentOutOfRangeException(
                nameof(step), step, $"The step is too small: from {NumberFormat.Invariant(low)} to {NumberFormat.Invariant(high)} there are more than 2^63 steps.");
        }

        Count = (long)steps + 1;
        _tolerance = Ulps.Few * Ulps.Of(Math.Max(Math.Abs(low), Math.Abs(high)));
        _digits = Math.Max(Decimals(low), Decimals(step));
    }

    public long Count { get; }

    /// <summary>
    /// The grid's value number <paramref name="index"/>, as a human would write it: 0.3, not 0.30000000000000004, and 0, not -2.8e-17.
    /// </summary>
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

        return Written(index);
    }

    /// <summary>The same as if the grid did not end: for a step that does not lead to the high end.</summary>
    public double Written(long index)
    {
        double value = _low + (index * _step);
        if (double.IsInfinity(value))
        {
            // The product overflows where the range is wider than the largest number.
            double share = (double)index / (Count - 1);
            value = (_low * (1 - share)) + (_high * share);
        }

        // Not the negative zero that rounding can leave, which would be written with its sign.
        return (_digits <= MostDigits ? Math.Round(value, _digits) : ShortDecimal.Nearest(value, _tolerance)) + 0.0;
    }

    public double FromUnit(double unit) => Value(IndexAt(unit));

    public double ToUnit(double value) => (NearestIndex(value) + 0.5) / Count;

    /// <summary>The part of the unit interval that belongs to the value at a place of it.</summary>
    public (double Begin, double End) CellAt(double unit)
    {
        double index = IndexAt(unit);
        return (index / Count, (index + 1) / Count);
    }

    /// <summary>The grid's value nearest to a number; not a number stays what it is.</summary>
    public double Snap(double value) => double.IsNaN(value) ? value : Value((long)NearestIndex(value));

    public bool Contains(double value)
        => value >= _low && value <= _high && Math.Abs(Value((long)Math.Round(Steps(value))) - value) <= 1e-9 * _step;

    private long IndexAt(double unit) => Math.Max(0, Math.Min(Count - 1, (long)(unit * Count)));

    private double NearestIndex(double value) => Math.Max(0, Math.Min(Count - 1, Math.Round(Steps(value))));

    // How many steps a number is away from the low end.
    private double Steps(double value) => StepArithmetic.Between(_low, value, _step);

    private static int Decimals(double value)
    {
        double magnitude = Math.Abs(value);
        return magnitude == 0 ? 0
            : magnitude is < SmallestDecimal or > LargestDecimal ? MostDigits + 1
            : (decimal.GetBits((decimal)value)[3] >> 16) & byte.MaxValue;
    }
}
