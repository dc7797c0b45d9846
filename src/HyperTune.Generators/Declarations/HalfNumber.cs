using System;
using System.Globalization;

namespace HyperTune.Generators.Declarations;

/// <summary>Numbers of the type Half, which the framework that generators run on does not know: eleven binary digits, exponents from -14 to 15.</summary>
internal static class HalfNumber
{
    /// <summary>The largest of them.</summary>
    public const double Maximum = 65504;

    /// <summary>The smallest above zero.</summary>
    public const double Epsilon = 5.960464477539063e-8;

    private const int Digits = 10;
    private const int LowestExponent = -14;

    /// <summary>The number nearest to another, of two the even one; infinity beyond them.</summary>
    public static double Nearest(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return value;
        }

        double unit = Unit(value);
        double rounded = Math.Round(value / unit, MidpointRounding.ToEven) * unit;
        return Math.Abs(rounded) <= Maximum ? rounded : rounded > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }

    /// <summary>The distance from a number to its neighbour towards zero.</summary>
    public static double Spacing(double value)
    {
        double size = Math.Abs(Nearest(value));
        double unit = Unit(size);
        // Below a power of two the neighbours are closer.
        return size == unit * Math.Pow(2, Digits) && unit > Epsilon ? unit / 2 : unit;
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Text(double value)
    {
        for (int digits = 1; digits < 6; digits++)
        {
            string text = double.Parse(value.ToString("G" + digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
            if (Nearest(double.Parse(text, CultureInfo.InvariantCulture)) == value)
            {
                return text;
            }
        }

        return value.ToString("R", CultureInfo.InvariantCulture);
    }

    private static double Unit(double value)
    {
        double size = Math.Abs(value);
        int exponent = size == 0 ? LowestExponent : Math.Max(LowestExponent, (int)Math.Floor(Math.Log(size, 2)));
        // The logarithm may be off by its rounding.
        exponent += size >= Math.Pow(2, exponent + 1) ? 1 : size < Math.Pow(2, exponent) && exponent > LowestExponent ? -1 : 0;
        return Math.Pow(2, exponent - Digits);
    }
}
