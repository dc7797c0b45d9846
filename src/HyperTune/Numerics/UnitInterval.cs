namespace HyperTune.Numerics;

/// <summary>The open unit interval, where quantile functions with infinite tails are finite.</summary>
internal static class UnitInterval
{
    public const double Smallest = 1.0 / (1UL << 54);

    public const double Largest = 1 - (1.0 / (1UL << 53));

    /// <summary>The nearest number inside of the interval.</summary>
    public static double Inside(double unit) => Math.Clamp(unit, Smallest, Largest);

    /// <summary>A share that is 0 or 1 at the ends of a range and nowhere else, however near to them it rounds.</summary>
    /// <param name="share">The share.</param>
    /// <param name="isLow">Whether it is that of the low end.</param>
    /// <param name="isHigh">Whether it is that of the high end.</param>
    public static double Between(double share, bool isLow, bool isHigh)
        => isLow ? 0
            : isHigh ? 1
            : share <= 0 ? Smallest
            : Math.Min(share, Largest);
}
