using System.ComponentModel;

namespace HyperTune.CompilerServices;

/// <summary>Between vector values and the types that a plain cast does not reach. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorValue
{
    // The largest magnitude of three digits that a decimal holds; the same limit as the compiler's check of bounds.
    private const double MaximumDecimal = 7.9e28;

    // The whole seconds that a TimeSpan holds.
    private const double MaximumSeconds = 922337203685;

    /// <summary>The decimal nearest to a vector value, at most 7.9e28 in magnitude.</summary>
    /// <param name="value">The vector value; not not-a-number.</param>
    public static decimal ToDecimal(double value) => (decimal)Math.Clamp(value, -MaximumDecimal, MaximumDecimal);

    /// <summary>The time span of so many seconds, rounded to ticks.</summary>
    /// <param name="seconds">The vector value; not not-a-number.</param>
    public static TimeSpan ToTimeSpan(double seconds)
        => new((long)Math.Round(Math.Clamp(seconds, -MaximumSeconds, MaximumSeconds) * TimeSpan.TicksPerSecond));

    /// <summary>The vector value of a float; not a number for <see langword="null"/>.</summary>
    /// <remarks>A float differs from the decimal text of a bound or a grid point by rounding; where the float is that point's, the point is given.</remarks>
    /// <param name="value">The value.</param>
    /// <param name="distribution">The parameter's distribution.</param>
    public static double FromSingle(float? value, Distribution distribution)
    {
        double number = value ?? double.NaN;
        double point = Nearest(number, distribution);
        return (float)point == value ? point : number;
    }

    /// <summary>The vector value of a half; not a number for <see langword="null"/>.</summary>
    /// <remarks>A half differs from the decimal text of a bound or a grid point by rounding; where the half is that point's, the point is given.</remarks>
    /// <param name="value">The value.</param>
    /// <param name="distribution">The parameter's distribution.</param>
    public static double FromHalf(Half? value, Distribution distribution)
    {
        if (value is not { } number)
        {
            return double.NaN;
        }

        if (Half.IsFinite(number))
        {
            double[] points = [distribution.Low, distribution.High, distribution.Snap((double)number)];
            foreach (double point in points)
            {
                if (double.IsFinite(point) && (Half)point == number)
                {
                    return point;
                }
            }
        }

        return (double)number;
    }

    /// <summary>The vector value of a decimal; not a number for <see langword="null"/>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="distribution">The parameter's distribution.</param>
    public static double FromDecimal(decimal? value, Distribution distribution)
    {
        if (value is not { } exact)
        {
            return double.NaN;
        }

        double number = (double)exact;
        double point = Nearest(number, distribution);
        return ToDecimal(point) == exact ? point : number;
    }

    /// <summary>The seconds of a time span; not a number for <see langword="null"/>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="distribution">The parameter's distribution.</param>
    public static double FromTimeSpan(TimeSpan? value, Distribution distribution)
    {
        if (value is not { } exact)
        {
            return double.NaN;
        }

        double seconds = exact.TotalSeconds;
        double point = Nearest(seconds, distribution);
        return ToTimeSpan(point) == exact ? point : seconds;
    }

    /// <summary>The exception for a vector entry that is no index of its parameter's list.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="value">The entry.</param>
    /// <param name="count">How many values the list has.</param>
    public static ArgumentOutOfRangeException NotListed(string parameter, double value, int count)
        => new("vector", value, $"The entry of '{parameter}' must be an index of its list, from 0 to {count - 1}.");

    // No range holds an infinite value, so that it must not become the range's end.
    private static double Nearest(double value, Distribution distribution) => double.IsFinite(value) ? distribution.Snap(value) : value;
}
