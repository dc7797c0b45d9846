using System.Globalization;

namespace HyperTune.Text;

/// <summary>Numbers as text, the same in every culture. Compiled into the runtime and into the generator, so that both write them alike.</summary>
internal static class NumberFormat
{
    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Invariant(double value)
    {
#if NETSTANDARD
        // .NET Framework, on which some hosts of the compiler run, drops the sign of -0 and can give a text that reads back as a neighbour.
        if (value == 0)
        {
            return System.BitConverter.DoubleToInt64Bits(value) < 0 ? "-0" : "0";
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G17", CultureInfo.InvariantCulture);
#else
        return value.ToString("R", CultureInfo.InvariantCulture);
#endif
    }

    /// <summary>The same for a float.</summary>
    public static string Invariant(float value)
    {
#if NETSTANDARD
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return float.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G9", CultureInfo.InvariantCulture);
#else
        return value.ToString("R", CultureInfo.InvariantCulture);
#endif
    }

    public static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);
}
