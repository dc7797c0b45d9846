namespace HyperTune.Numerics;

/// <summary>Distances in units in the last place: what rounding alone can do to a number.</summary>
internal static class Ulps
{
    /// <summary>So many units a few steps of rounding can add up to, and nobody means two numbers by.</summary>
    public const int Few = 4;

    /// <summary>The distance from a finite number to its neighbour of larger size, or of smaller size for the largest number.</summary>
    public static double Of(double value)
    {
        double size = Math.Abs(value);
        return size < double.MaxValue ? Math.BitIncrement(size) - size : size - Math.BitDecrement(size);
    }

    /// <summary>Whether a number is at most <see cref="Few"/> units away from a finite one.</summary>
    public static bool AreClose(double value, double target) => double.IsFinite(target) && Math.Abs(value - target) <= Few * Of(target);
}
