namespace HyperTune.Spaces.Parameters;

/// <content>What only the runtime needs, or only its framework has.</content>
internal static partial class HeldNumber
{
    /// <summary>The half nearest to a vector value.</summary>
    public static double AsHalf(double value) => (double)(Half)value;

    /// <summary>
    /// All numbers that a type holds as something from <paramref name="low"/> to <paramref name="high"/>, which it holds like every other number.
    /// </summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="low">The low limit; infinite for none.</param>
    /// <param name="high">The high limit; infinite for none.</param>
    public static (double Low, double High) Range(Type type, double low, double high)
    {
        if (HolderOf(Nullable.GetUnderlyingType(type) ?? type) is not { } hold)
        {
            return (low, high);
        }

        // Rounding keeps the order, so that these numbers are a range again; its ends are found bit by bit.
        double first = double.IsInfinity(low) ? low : Smallest(number => hold(number) >= hold(low));
        double last = double.IsInfinity(high) ? high : -Smallest(number => hold(-number) <= hold(high));
        return (first, last);
    }

    /// <summary>What is compared instead of a vector value; <see langword="null"/> for types that hold every number that they can have exactly.</summary>
    /// <param name="type">The type, without a Nullable wrapper.</param>
    internal static Func<double, double>? HolderOf(Type type)
        => type == typeof(float) ? AsSingle
            : type == typeof(Half) ? AsHalf
            : type == typeof(decimal) ? AsDecimal
            : type == typeof(TimeSpan) ? AsTicks
            : null;

    // The smallest number for which a condition holds that holds for all larger ones, too.
    private static double Smallest(Func<double, bool> holds)
    {
        long low = ToOrdered(double.NegativeInfinity);
        long high = ToOrdered(double.PositiveInfinity);
        while (low < high)
        {
            long middle = (long)(((Int128)low + high) >> 1);
            if (holds(FromOrdered(middle)))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return FromOrdered(high);
    }

    // Numbers in ascending order as integers without gaps, but for the two zeros, which are one.
    private static long ToOrdered(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? long.MinValue - bits : bits;
    }

    private static double FromOrdered(long ordered) => BitConverter.Int64BitsToDouble(ordered < 0 ? long.MinValue - ordered : ordered);
}
