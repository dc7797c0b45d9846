using System.Collections.Generic;

namespace HyperTune.Text;

/// <summary>Distributions and conditions in words. Compiled into the runtime and into the generator, so that documentation and descriptors say the same.</summary>
internal static class DistributionWords
{
    /// <summary>Equally likely numbers.</summary>
    /// <param name="range">Where they lie, see <see cref="Range"/>.</param>
    /// <param name="step">The distance between neighbours, or null where it is not worth a word.</param>
    public static string Uniform(string range, double? step = null) => $"Uniform {range}{(step is { } distance ? $" in steps of {NumberFormat.Invariant(distance)}" : "")}";

    public static string LogUniform(string range) => $"Log-uniform {range}";

    public static string Normal(double mean, double standardDeviation, string range)
        => $"Normal with mean {NumberFormat.Invariant(mean)} and standard deviation {NumberFormat.Invariant(standardDeviation)} {range}";

    public static string LogNormal(double logMean, double logStandardDeviation, string range)
        => $"Log-normal with log-mean {NumberFormat.Invariant(logMean)} and log-standard deviation {NumberFormat.Invariant(logStandardDeviation)} {range}";

    public static string Choice(IEnumerable<string> labels) => $"One of {string.Join(", ", labels)}";

    public static string Ordinal(IEnumerable<string> labels) => $"In order one of {string.Join(", ", labels)}";

    /// <summary>Where numbers lie.</summary>
    /// <param name="low">The smallest; negative infinity for no limit.</param>
    /// <param name="high">The largest; positive infinity for no limit.</param>
    /// <param name="unit">What is counted; empty for numbers without a unit.</param>
    public static string Range(double low, double high, string unit = "") => $"in {Interval.Describe(low, high)}{(unit.Length == 0 ? "" : $" {unit}")}";

    /// <summary>That a parameter has one of some values.</summary>
    public static string IsOneOf(string parameter, IEnumerable<string> values) => $"{parameter} is {string.Join(" or ", values)}";

    /// <summary>That a parameter lies in a range.</summary>
    public static string IsInRange(string parameter, double low, double high)
        => double.IsPositiveInfinity(high) && !double.IsNegativeInfinity(low) ? $"{parameter} is at least {NumberFormat.Invariant(low)}"
            : double.IsNegativeInfinity(low) && !double.IsPositiveInfinity(high) ? $"{parameter} is at most {NumberFormat.Invariant(high)}"
            : $"{parameter} {Range(low, high)}";
}
