using System.Globalization;

namespace HyperTune.Text;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class NumberFormat
{
    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);
}
