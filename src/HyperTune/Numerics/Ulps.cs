using System;

namespace HyperTune.Numerics;

/// <summary>Distances in units in the last place: what rounding alone can do to a number. Compiled into the runtime and into the generator.</summary>
internal static class Ulps
{
    /// <summary>So many units a few steps of rounding can add up to, and nobody means two numbers by.</summary>
    public const int Few = 4;

    /// <summary>The distance from a finite number to its neighbour of larger size, or of smaller size for the largest number.</summary>
    public static double Of(double value)
    {
        double size = Math.Abs(value);
        return size < double.MaxValue ? Neighbour(size, 1) - size : size - Neighbour(size, -1);
    }

    /// <summary>Whether a number is at most <see cref="Few"/> units away from a finite one.</summary>
    public static bool AreClose(double value, double target) => Math.Abs(target) <= double.MaxValue && Math.Abs(value - target) <= Few * Of(target);

    // Numbers that are not negative are in the order of their bits. (Math.BitIncrement is not known to netstandard2.0.)
    private static double Neighbour(double size, int distance) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(size) + distance);
}
