using System.ComponentModel;
using HyperTune.Spaces.Parameters;

namespace HyperTune.CompilerServices;

/// <summary>Conversions between vector values and the types that a plain cast does not reach. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorValue
{
    /// <summary>The decimal nearest to a vector value, at most 7.9e28 in magnitude.</summary>
    /// <param name="value">The vector value; not NaN.</param>
    public static decimal ToDecimal(double value) => HeldNumber.ToDecimal(value);

    /// <summary>The time span of that many seconds, rounded to ticks.</summary>
    /// <param name="seconds">The vector value; not NaN.</param>
    public static TimeSpan ToTimeSpan(double seconds) => HeldNumber.ToTimeSpan(seconds);

    /// <summary>The vector value of a float; NaN for <see langword="null"/>.</summary>
    /// <remarks>A float differs from the decimal text of a bound or a grid point by rounding; where the float is that point's, the point is given.</remarks>
    /// <param name="value">The value.</param>
    /// <param name="distribution">The parameter's distribution.</param>
    public static double FromSingle(float? value, Distribution distribution)
        => value is { } number ? Point(number, distribution, HeldNumber.AsSingle) : double.NaN;

    /// <summary>The vector value of a half; NaN for <see langword="null"/>.</summary>
    /// <remarks>A half differs from the decimal text of a bound or a grid point by rounding; where the half is that point's, the point is given.</remarks>
    /// <param name="value">The value.</param>
    /// <param name="distribution">The parameter's distribution.</param>
    public static double FromHalf(Half? value, Distribution distribution)
        => value is { } number ? Point((double)number, distribution, HeldNumber.AsHalf) : double.NaN;

    /// <summary>The vector value of a decimal; NaN for <see langword="null"/>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="distribution">The parameter's distribution.</param>
    public static double FromDecimal(decimal? value, Distribution distribution)
    {
        if (value is not { } exact)
        {
            return double.NaN;
        }

        double number = (double)exact;
        double point = Point(number, distribution, HeldNumber.AsDecimal);
        return ToDecimal(point) == exact ? point : number;
    }

    /// <summary>The seconds of a time span; NaN for <see langword="null"/>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="distribution">The parameter's distribution.</param>
    public static double FromTimeSpan(TimeSpan? value, Distribution distribution)
    {
        if (value is not { } exact)
        {
            return double.NaN;
        }

        double seconds = exact.TotalSeconds;
        double point = Point(seconds, distribution, HeldNumber.AsTicks);
        return ToTimeSpan(point) == exact ? point : seconds;
    }

    /// <summary>Whether a float parameter with a vector value lies within limits, all as floats.</summary>
    /// <param name="value">The vector value; NaN where the parameter is inactive, which lies nowhere.</param>
    /// <param name="low">The low limit; negative infinity for none.</param>
    /// <param name="high">The high limit; positive infinity for none.</param>
    public static bool IsSingleWithin(double value, double low, double high)
        => HeldNumber.AsSingle(value) >= HeldNumber.AsSingle(low) && HeldNumber.AsSingle(value) <= HeldNumber.AsSingle(high);

    /// <summary>Whether a half parameter with a vector value lies within limits, all as halves.</summary>
    /// <inheritdoc cref="IsSingleWithin"/>
    public static bool IsHalfWithin(double value, double low, double high)
        => HeldNumber.AsHalf(value) >= HeldNumber.AsHalf(low) && HeldNumber.AsHalf(value) <= HeldNumber.AsHalf(high);

    /// <summary>Whether a decimal parameter with a vector value lies within limits, all as decimals.</summary>
    /// <inheritdoc cref="IsSingleWithin"/>
    public static bool IsDecimalWithin(double value, double low, double high)
        => HeldNumber.AsDecimal(value) >= HeldNumber.AsDecimal(low) && HeldNumber.AsDecimal(value) <= HeldNumber.AsDecimal(high);

    /// <summary>Whether a time span with a vector value lies within limits, all in ticks.</summary>
    /// <inheritdoc cref="IsSingleWithin"/>
    public static bool IsTimeSpanWithin(double value, double low, double high)
        => HeldNumber.AsTicks(value) >= HeldNumber.AsTicks(low) && HeldNumber.AsTicks(value) <= HeldNumber.AsTicks(high);

    /// <summary>The exception for a vector entry that is no index of its parameter's list.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="value">The entry.</param>
    /// <param name="count">How many values the list has.</param>
    public static ArgumentOutOfRangeException NotListed(string parameter, double value, int count)
        => new("vector", value, $"The entry of '{parameter}' must be an index of its list, from 0 to {count - 1}.");

    // The number that was written, where the type holds it as the value: an end of the range, or the nearest number in it. No range holds an infinite
    // value.
    private static double Point(double value, Distribution distribution, Func<double, double> hold)
    {
        if (!double.IsFinite(value))
        {
            return value;
        }

        double held = hold(value);
        double nearest = distribution.Snap(value);
        return distribution.HasLowEnd && hold(distribution.Low) == held ? distribution.Low
            : distribution.HasHighEnd && hold(distribution.High) == held ? distribution.High
            : hold(nearest) == held ? nearest
            : value;
    }
}
