using HyperTune.Numerics;
using HyperTune.Spaces.Parameters;

namespace HyperTune.Models.Hints;

/// <summary>Where to put the end of a range that turned out to be too narrow.</summary>
internal static class WiderRange
{
    private const double WideFactor = 10;
    private const double NarrowFactor = 2;
    private const double RoundedShare = 0.1;

    /// <summary>The new end; <see langword="null"/> where the old one cannot sensibly move.</summary>
    /// <remarks>
    /// On a logarithmic scale it is ten times as far, or twice where the range is less than two decades; elsewhere half of the range is added, on the grid where
    /// there is one. Positive numbers stay so, counts are at least 1, and a share below 1 goes half of the way to 1 at most.
    /// </remarks>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isUpper">Which end.</param>
    public static double? EndOf(Parameter parameter, bool isUpper)
    {
        Distribution distribution = parameter.Distribution;
        double low = distribution.Low;
        double high = distribution.High;
        double end = isUpper ? high : low;
        bool isLogarithmic = IsLogarithmic(distribution);
        bool isCount = distribution.Count is not null && low >= 1 && low == Math.Floor(low);
        bool isShare = distribution.Count is null && !isLogarithmic && low >= 0 && high <= 1;
        if (parameter.Keys is not null
            || !distribution.Labels.IsEmpty
            || !(high > low) || !double.IsFinite(high - low)
            || (!isUpper && (end == 0 || (isCount && end == 1)))
            || (isUpper && isShare && end == 1))
        {
            return null;
        }

        double wanted = isLogarithmic ? Times(end, low, high, isUpper) : Plus(end, low, high, isUpper, StepOf(distribution), isShare);
        wanted = isCount ? NotBelow(1, wanted, end, StepOf(distribution)) : low >= 0 ? NotBelow(0, wanted, end, StepOf(distribution)) : wanted;
        wanted = distribution.Count is not null && StepOf(distribution) == Math.Floor(StepOf(distribution)) ? Whole(wanted, distribution) : wanted;
        (double least, double most) = LimitsOf(parameter.ValueType);
        return wanted < least || wanted > most || (isUpper ? wanted <= end : wanted >= end) ? null : wanted;
    }

    /// <summary>Whether equal factors, not equal differences, are equal distances.</summary>
    public static bool IsLogarithmic(Distribution distribution) => distribution is LogUniformDistribution or LogNormalDistribution && distribution.Low > 0;

    private static double Times(double end, double low, double high, bool isUpper)
    {
        double factor = high / low >= WideFactor * WideFactor ? WideFactor : NarrowFactor;
        double wanted = isUpper ? end * factor : end / factor;
        return ShortDecimal.Nearest(wanted, Math.Abs(wanted) * 1e-12);
    }

    private static double Plus(double end, double low, double high, bool isUpper, double step, bool isShare)
    {
        double more = (high - low) / 2;
        if (step > 0)
        {
            double moved = Math.Ceiling(Math.Round(more / step, 6)) * step;
            return ShortDecimal.Nearest(isUpper ? end + moved : end - moved, step * 1e-6);
        }

        more = isUpper && isShare ? Math.Min(more, (1 - end) / 2) : more;
        return ShortDecimal.Nearest(isUpper ? end + more : end - more, more * RoundedShare);
    }

    // On the grid of the steps, if there is one: a range that its step does not divide is an error.
    private static double NotBelow(double least, double wanted, double end, double step)
        => wanted >= least ? wanted
            : step > 0 ? ShortDecimal.Nearest(end - (Math.Floor(Math.Round((end - least) / step, 6)) * step), step * 1e-6)
            : least;

    private static double StepOf(Distribution distribution)
        => distribution is UniformDistribution { Step: > 0 and var step } ? step : distribution.Count is not null ? 1 : 0;

    // A whole number of a logarithmic or normal scale; a step keeps its grid, which begins at an end.
    private static double Whole(double value, Distribution distribution) => distribution is UniformDistribution ? value : Math.Round(value);

    private static (double Least, double Most) LimitsOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => (-NumberLimits.MaximumExactInteger, NumberLimits.MaximumExactInteger),
        TypeCode.UInt64 => (0, NumberLimits.MaximumExactInteger),
        TypeCode.Single => (float.MinValue, float.MaxValue),
        TypeCode.Decimal => (-NumberLimits.MaximumDecimal, NumberLimits.MaximumDecimal),
        _ => type == typeof(TimeSpan) ? (-NumberLimits.MaximumSeconds, NumberLimits.MaximumSeconds)
            : type == typeof(Half) ? ((double)Half.MinValue, (double)Half.MaxValue)
            : (double.MinValue, double.MaxValue),
    };
}
