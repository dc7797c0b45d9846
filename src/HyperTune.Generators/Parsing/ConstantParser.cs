using System;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Constants of attributes and initializers as values of a parameter's type.</summary>
internal static class ConstantParser
{
    public const string Null = "null";

    /// <summary>The constant as a value of the type, or null where it is none.</summary>
    public static ListedValue? Parse(object? constant, ValueKind kind, ITypeSymbol type)
    {
        if (constant is null)
        {
            return new ListedValue(Null, Null, Null);
        }

        return kind switch
        {
            ValueKind.Boolean => constant is bool flag ? Same(Literals.Boolean(flag), Literals.Boolean(flag)) : null,
            ValueKind.String => constant is string text ? Same(Literals.String(text), text) : null,
            ValueKind.Enum => IsInteger(constant) ? ParseEnum(constant, type) : null,
            ValueKind.Decimal => ToDecimal(constant) is { } number ? Same(Literals.Decimal(number), number.ToString(CultureInfo.InvariantCulture)) : null,
            ValueKind.Int64 or ValueKind.Int32 or ValueKind.Int16 or ValueKind.Byte => IsInteger(constant) ? ParseInteger(constant, kind) : null,
            _ => ToDouble(constant) is { } number ? ParseNumber(number, constant, kind) : null,
        };
    }

    /// <summary>Every value of an enum once, in the order of declaration; of several names for one value the first.</summary>
    public static ListedValue[] AllValues(ITypeSymbol enumType)
        => [.. Fields(enumType).GroupBy(static field => field.ConstantValue).Select(static same => Named(same.First()))];

    private static ListedValue Same(string literal, string label) => new(literal, literal, label);

    private static ListedValue? ParseInteger(object constant, ValueKind kind)
    {
        decimal value = Convert.ToDecimal(constant, CultureInfo.InvariantCulture);
        (decimal low, decimal high) = kind switch
        {
            ValueKind.Byte => (byte.MinValue, byte.MaxValue),
            ValueKind.Int16 => (short.MinValue, short.MaxValue),
            ValueKind.Int32 => (int.MinValue, int.MaxValue),
            _ => ((decimal)long.MinValue, (decimal)long.MaxValue),
        };
        if (value < low || value > high)
        {
            return null;
        }

        var number = (long)value;
        return Same(kind == ValueKind.Int64 ? Literals.Int64(number) : Literals.Int32((int)number), Literals.Text(number));
    }

    private static ListedValue? ParseNumber(double number, object constant, ValueKind kind)
    {
        switch (kind)
        {
            case ValueKind.Double:
                return Same(Literals.Double(number), Literals.Text(number));
            case ValueKind.Single:
                float single = constant is float exact ? exact : (float)number;
                string literal = Literals.Single(single);
                return Same(literal, literal.TrimEnd('F'));
            case ValueKind.TimeSpan when Math.Abs(number) <= ValueKinds.MaximumSeconds:
                var span = new TimeSpan((long)Math.Round(number * TimeSpan.TicksPerSecond));
                string ticks = Literals.Int64(span.Ticks);
                return new ListedValue($"new global::System.TimeSpan({ticks})", ticks, span.ToString("c", CultureInfo.InvariantCulture));
            default:
                return null;
        }
    }

    private static ListedValue ParseEnum(object constant, ITypeSymbol type)
    {
        IFieldSymbol? field = Fields(type).FirstOrDefault(field => Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture)
            == Convert.ToDecimal(constant, CultureInfo.InvariantCulture));
        return field is not null ? Named(field) : Same(Cast(type, constant), Convert.ToString(constant, CultureInfo.InvariantCulture));
    }

    // The name of an obsolete member would be reported in the generated file, where nobody can change it.
    private static ListedValue Named(IFieldSymbol field)
        => Same(
            field.HasAttribute("ObsoleteAttribute")
                ? Cast(field.ContainingType, field.ConstantValue!)
                : $"{field.ContainingType.ToCode()}.{Identifiers.Escape(field.Name)}",
            field.Name);

    private static string Cast(ITypeSymbol type, object constant) => $"({type.ToCode()})({Convert.ToString(constant, CultureInfo.InvariantCulture)})";

    private static System.Collections.Generic.IEnumerable<IFieldSymbol> Fields(ITypeSymbol enumType)
        => enumType.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    private static bool IsInteger(object constant) => constant is sbyte or byte or short or ushort or int or uint or long or ulong;

    private static double? ToDouble(object constant)
        => IsInteger(constant) || constant is float or double or decimal ? Convert.ToDouble(constant, CultureInfo.InvariantCulture) : null;

    private static decimal? ToDecimal(object constant)
    {
        if (IsInteger(constant) || constant is decimal)
        {
            return Convert.ToDecimal(constant, CultureInfo.InvariantCulture);
        }

        // From float by way of its own text: as a double, 0.1F is 0.10000000149.
        return constant switch
        {
            float single when Math.Abs(single) < 7.9e28F => decimal.Parse(Literals.Single(single).TrimEnd('F'), NumberStyles.Float, CultureInfo.InvariantCulture),
            double number when Math.Abs(number) < 7.9e28 => (decimal)number,
            _ => null,
        };
    }
}
