using System.Runtime.CompilerServices;
using HyperTune.Text;

namespace HyperTune.Numerics;

/// <summary>Argument checks whose messages name the argument, its value and the allowed range.</summary>
internal static class Guard
{
    /// <summary>Both ends finite and in ascending order.</summary>
    public static void Range(
        double low,
        double high,
        [CallerArgumentExpression(nameof(low))] string? lowName = null,
        [CallerArgumentExpression(nameof(high))] string? highName = null)
    {
        Finite(low, lowName);
        Finite(high, highName);
        if (high < low)
        {
            throw new ArgumentOutOfRangeException(highName, high, $"The high end must be at least the low end, {NumberFormat.Invariant(low)}.");
        }
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "The value must be finite.");
        }
    }

    public static void FiniteAndAtLeast(double value, double minimum, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        Finite(value, name);
        if (value < minimum)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value must be at least {NumberFormat.Invariant(minimum)}.");
        }
    }

    public static void FiniteAndAbove(double value, double limit, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        Finite(value, name);
        if (!(value > limit))
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value must be above {NumberFormat.Invariant(limit)}.");
        }
    }

    public static void AtLeast(int value, int minimum, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < minimum)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value must be at least {minimum}.");
        }
    }
}
