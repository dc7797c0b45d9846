using System.Globalization;
using HyperTune.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Roslyn;

/// <summary>Values as C# literals, the same in every culture.</summary>
internal static class Literals
{
    public static string Double(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        string text = Text(value);
        return text.IndexOfAny(['.', 'E']) >= 0 ? text : text + ".0";
    }

    public static string Single(float value)
    {
        if (float.IsNaN(value))
        {
            return "float.NaN";
        }

        if (float.IsInfinity(value))
        {
            return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }

        return Text(value) + "F";
    }

    public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "M";

    public static string Int64(long value) => value == long.MinValue ? "long.MinValue" : Text(value) + "L";

    public static string Int32(int value) => value == int.MinValue ? "int.MinValue" : Text(value);

    public static string Boolean(bool value) => value ? "true" : "false";

    public static string Char(char value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string String(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>The shortest text that reads back as the same number; the runtime writes numbers the same way.</summary>
    public static string Text(double value) => NumberFormat.Invariant(value);

    /// <summary>The same for a float.</summary>
    public static string Text(float value) => NumberFormat.Invariant(value);

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
