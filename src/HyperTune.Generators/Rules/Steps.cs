using System;

namespace HyperTune.Generators.Rules;

/// <summary>Arithmetic on grids low, low + step, ... in the decimal sense: ten steps of 0.1 lead from 0 to 1, although no double is exactly 0.1.</summary>
internal static class Steps
{
    /// <summary>
    /// By how much a number of steps may miss a whole number: the runtime's own tolerance, 1e-9 of a step, and the rounding of the quotient, which
    /// grows with it (a few units in the last place of a double).
    /// </summary>
    private const double AbsoluteTolerance = 1e-9;

    private const double RelativeTolerance = 1e-15;

    /// <summary>Whether a whole number of steps leads from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static bool Divide(double low, double high, double step) => IsWhole(Count(low, high, step));

    /// <summary>The largest value of the grid that is not above <paramref name="high"/>.</summary>
    public static double Below(double low, double high, double step)
    {
        double count = Math.Floor(Count(low, high, step));
        return count == 0 ? low : NumberText.WithoutRoundingError(low + (count * step));
    }

    /// <summary>Whether the grid holds a value of at least <paramref name="low"/>; a float is compared with its own, lower precision.</summary>
    public static bool Contains(double low, double step, double value, bool isSingle)
    {
        double count = Count(low, value, step);
        return isSingle ? Math.Abs(count - Math.Round(count)) <= 1e-6 * Math.Max(1, Math.Max(Math.Abs(low), Math.Abs(value)) / step) : IsWhole(count);
    }

    /// <summary>The grid's value nearest to <paramref name="value"/>, which lies between the ends.</summary>
    public static double Nearest(double low, double high, double step, double value)
        => Math.Min(high, NumberText.WithoutRoundingError(low + (Math.Round(Count(low, value, step)) * step)));

    // Each part is divided by itself, because high - low can overflow; where it cannot, the difference loses less.
    private static double Count(double low, double high, double step)
        => double.IsInfinity(high - low) ? (high / step) - (low / step) : (high - low) / step;

    private static bool IsWhole(double count) => Math.Abs(count - Math.Round(count)) <= AbsoluteTolerance + (RelativeTolerance * count);
}
