using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
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

    /// <summary>A constant of any type that can have one.</summary>
    public static string Constant(object? value, ITypeSymbol type) => value is null ? $"default({type.ToAnnotatedCode()})" : $"({type.ToAnnotatedCode()})({Untyped(value)})";

    public static string Boolean(bool value) => value ? "true" : "false";

    public static string Char(char value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string String(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>The shortest text that reads back as the same number; the runtime writes numbers the same way.</summary>
    public static string Text(double value)
    {
        // .NET Framework, on which some hosts run, drops the sign of -0 and can give a text that reads back as a neighbour.
        if (value == 0)
        {
            return BitConverter.DoubleToInt64Bits(value) < 0 ? "-0" : "0";
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>The same for a float.</summary>
    public static string Text(float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return float.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G9", CultureInfo.InvariantCulture);
    }

    private static string Untyped(object value) => value switch
    {
        double number => Double(number),
        float number => Single(number),
        decimal number => Decimal(number),
        long number => Int64(number),
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
    };

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
