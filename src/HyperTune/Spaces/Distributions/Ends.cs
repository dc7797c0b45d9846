using HyperTune.Numerics;

namespace HyperTune.Spaces.Distributions;

/// <summary>The ends of a range of numbers, which are exact: a number that differs from one by rounding is the end.</summary>
/// <remarks>exp(ln 0.01) is 0.010000000000000005. Who wrote 0.01 means 0.01.</remarks>
internal readonly struct Ends
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _afterLow;
    private readonly double _beforeHigh;

    /// <param name="low">The low end; negative infinity for none.</param>
    /// <param name="high">The high end; positive infinity for none.</param>
    public Ends(double low, double high)
    {
        _low = low;
        _high = high;
        _afterLow = double.IsFinite(low) ? low + (Ulps.Few * Ulps.Of(low)) : double.MinValue;
        _beforeHigh = double.IsFinite(high) ? high - (Ulps.Few * Ulps.Of(high)) : double.MaxValue;
    }

    /// <summary>The end that a number is or is beyond, or the number itself.</summary>
    /// <param name="value">Not not-a-number; where there is no end, infinite ones become the largest numbers.</param>
    public double Clamp(double value)
        => value > _afterLow && value < _beforeHigh ? value : Nearer(Math.Clamp(value, Math.Max(_low, double.MinValue), Math.Min(_high, double.MaxValue)));

    /// <summary>The end that differs from a number by rounding only, or the number itself, also where it is beyond an end.</summary>
    public double Recognize(double value) => value > _afterLow && value < _beforeHigh ? value : Nearer(value);

    private double Nearer(double value)
    {
        bool isLow = Ulps.AreClose(value, _low);
        bool isHigh = Ulps.AreClose(value, _high);
        return isLow && !(isHigh && _high - value < value - _low) ? _low
            : isHigh ? _high
            : value;
    }
}
