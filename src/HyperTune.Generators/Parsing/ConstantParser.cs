using System;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>The values that <see cref="ConstantConversion"/> makes of constants, as code and in words.</summary>
internal static class ConstantParser
{
    public const string Null = "null";

    /// <summary>A converted value as code of a parameter's type.</summary>
    public static ListedValue Write(object value, ValueKind kind, ITypeSymbol type) => value switch
    {
        bool flag => Same(Literals.Boolean(flag), Literals.Boolean(flag)),
        string text => Same(Literals.String(text), text),
        // Half of a pair of surrogates is no text.
        char character => Same(Literals.Char(character), char.IsSurrogate(character) ? "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture) : character.ToString()),
        double number when kind == ValueKind.Half => WriteHalf(number),
        double number => Same(Literals.Double(number), Literals.Text(number)),
        float number => Same(Literals.Single(number), Literals.Text(number)),
        decimal number when kind == ValueKind.Enum => WriteEnum(number, type),
        decimal number => Same(Literals.Decimal(number), number.ToString(CultureInfo.InvariantCulture)),
        long ticks when kind == ValueKind.TimeSpan => WriteTimeSpan(ticks),
        long number => Same(WriteInteger(number, kind), Literals.Text(number)),
        ulong number => Same(number.ToString(CultureInfo.InvariantCulture) + "UL", number.ToString(CultureInfo.InvariantCulture)),
        _ when value == ConstantConversion.Null => Same(Null, Null),
        _ => throw new InvalidOperationException($"There is no code for a value of the type {value.GetType().Name}."),
    };

    private static ListedValue Same(string literal, string label) => new(literal, literal, label);

    private static string WriteInteger(long number, ValueKind kind) => kind switch
    {
        ValueKind.Int64 => Literals.Int64(number),
        ValueKind.UInt32 => Literals.Text(number) + "U",
        _ => Literals.Int32((int)number),
    };

    // No Half is a constant; the float of the same value is.
    private static ListedValue WriteHalf(double number)
    {
        string single = Literals.Single((float)number);
        return new ListedValue($"(global::System.Half)({single})", single, HalfNumber.Text(number));
    }

    private static ListedValue WriteTimeSpan(long ticks)
    {
        string code = Literals.Int64(ticks);
        return new ListedValue($"new global::System.TimeSpan({code})", code, new TimeSpan(ticks).ToString("c", CultureInfo.InvariantCulture));
    }

    // Of several names for one value the first.
    private static ListedValue WriteEnum(decimal number, ITypeSymbol type)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        string cast = $"({type.ToCode()})({text})";
        if (ConstantConversion.EnumFields(type).FirstOrDefault(field => Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture) == number) is not { } field)
        {
            return Same(cast, text);
        }

        // The name of an obsolete member would be reported in the generated file, where nobody can change it.
        return Same(field.HasAttribute("ObsoleteAttribute") ? cast : $"{type.ToCode()}.{Identifiers.Escape(field.Name)}", field.Name);
    }
}
