using System;

namespace HyperTune.Spaces.Distributions;

/// <summary>
/// Arithmetic on grids low, low + step, ... in the decimal sense: ten steps of 0.1 lead from 0 to 1, although no double is exactly 0.1. Compiled into the
/// runtime and into the generator, so that what the compiler accepts is what a study can draw.
/// </summary>
internal static class StepArithmetic
{
    /// <summary>The largest magnitude up to which every integer is a double of its own: 2^53. A grid has at most so many steps.</summary>
    public const double MostSteps = 9007199254740992;

    // By how much a number of steps may miss a whole number: a billionth of a step, and the rounding of the quotient, which grows with it.
    private const double AbsoluteTolerance = 1e-9;
    private const double RelativeTolerance = 1e-15;

    /// <summary>How many steps a number is away from the low end, with their fraction.</summary>
    /// <remarks>In parts where the difference alone overflows; where it does not, the difference loses less.</remarks>
    public static double Between(double low, double value, double step)
        => double.IsInfinity(value - low) ? (value / step) - (low / step) : (value - low) / step;

    /// <summary>How many values a grid has; the number is a double, because it may be more than a long holds.</summary>
    public static double Count(double low, double high, double step) => Math.Round(Between(low, high, step)) + 1;

    /// <summary>Whether a whole number of steps leads from <paramref name="low"/> to <paramref name="value"/>.</summary>
    public static bool IsWhole(double low, double value, double step)
    {
        double count = Between(low, value, step);
        return Math.Abs(count - Math.Round(count)) <= AbsoluteTolerance + (RelativeTolerance * count);
    }

    /// <summary>The distance from a number to its neighbour towards zero, among the doubles or among the floats.</summary>
    public static double Spacing(double value, bool isSingle)
    {
        double size = Math.Abs(value);
        if (!isSingle)
        {
            return size == 0 ? 0 : size - BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(size) - 1);
        }

        float single = (float)size;
        return single == 0 ? 0 : single - BitConverter.ToSingle(BitConverter.GetBytes(BitConverter.ToInt32(BitConverter.GetBytes(single), 0) - 1), 0);
    }
}
