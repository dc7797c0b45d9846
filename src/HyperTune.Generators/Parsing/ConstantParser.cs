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
    public static ListedValue Write(ConstantValue value, ITypeSymbol type) => value.Kind switch
    {
        _ when value.IsNull => Same(Null, Null),
        ValueKind.Boolean => Same(Literals.Boolean(value.Flag), Literals.Boolean(value.Flag)),
        ValueKind.String => Same(Literals.String(value.Text), value.Text),
        // Half of a pair of surrogates is no text.
        ValueKind.Char => Same(Literals.Char(value.Character), char.IsSurrogate(value.Character) ? "\\u" + ((int)value.Character).ToString("x4", CultureInfo.InvariantCulture) : value.Character.ToString()),
        ValueKind.Half => WriteHalf(value.Number),
        ValueKind.Double => Same(Literals.Double(value.Number), Literals.Text(value.Number)),
        ValueKind.Single => Same(Literals.Single((float)value.Number), Literals.Text((float)value.Number)),
        ValueKind.Enum => WriteEnum(value.Decimal, type),
        ValueKind.Decimal => Same(Literals.Decimal(value.Decimal), value.Decimal.ToString(CultureInfo.InvariantCulture)),
        ValueKind.TimeSpan => WriteTimeSpan(value.Integer),
        ValueKind.UInt64 => Same(value.Unsigned.ToString(CultureInfo.InvariantCulture) + "UL", value.Unsigned.ToString(CultureInfo.InvariantCulture)),
        _ => Same(WriteInteger(value.Integer, value.Kind), Literals.Text(value.Integer)),
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
