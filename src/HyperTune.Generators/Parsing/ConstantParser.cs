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
        double number => Same(Literals.Double(number), Literals.Text(number)),
        float number => Same(Literals.Single(number), Literals.Text(number)),
        decimal number when kind == ValueKind.Enum => WriteEnum(number, type),
        decimal number => Same(Literals.Decimal(number), number.ToString(CultureInfo.InvariantCulture)),
        long ticks when kind == ValueKind.TimeSpan => WriteTimeSpan(ticks),
        long number => Same(kind == ValueKind.Int64 ? Literals.Int64(number) : Literals.Int32((int)number), Literals.Text(number)),
        _ when value == ConstantConversion.Null => Same(Null, Null),
        _ => throw new InvalidOperationException($"There is no code for a value of the type {value.GetType().Name}."),
    };

    private static ListedValue Same(string literal, string label) => new(literal, literal, label);

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
