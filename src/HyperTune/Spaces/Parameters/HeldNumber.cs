using System;

namespace HyperTune.Spaces.Parameters;

/// <summary>
/// Numbers as a parameter's type holds them. Some types round: as a double, 0.7f is below 0.7, but the float nearest to 0.7 is no other than 0.7f. Compiled
/// into the runtime and into the generator, so that a condition or a default means the same to both.
/// </summary>
internal static partial class HeldNumber
{
    /// <summary>The float nearest to a vector value.</summary>
    public static double AsSingle(double value) => (float)value;

    /// <summary>The decimal nearest to a vector value, of which it has no more digits than a double holds; not a number stays what it is.</summary>
    public static double AsDecimal(double value) => double.IsNaN(value) ? value : (double)ToDecimal(value);

    /// <summary>The ticks nearest to seconds; not a number stays what it is.</summary>
    public static double AsTicks(double seconds) => double.IsNaN(seconds) ? seconds : ToTimeSpan(seconds).Ticks;

    /// <summary>The decimal nearest to a number, at most 7.9e28 in magnitude.</summary>
    public static decimal ToDecimal(double value) => (decimal)Clamp(value, NumberLimits.MaximumDecimal);

    /// <summary>The time span of so many seconds, rounded to ticks.</summary>
    public static TimeSpan ToTimeSpan(double seconds) => new((long)Math.Round(Clamp(seconds, NumberLimits.MaximumSeconds) * TimeSpan.TicksPerSecond));

    // Not Math.Clamp, which netstandard2.0 does not know.
    private static double Clamp(double value, double limit) => Math.Max(-limit, Math.Min(limit, value));
}
