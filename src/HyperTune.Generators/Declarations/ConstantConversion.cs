using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>
/// Turns a constant of the source into the value that a parameter of the given kind would have, so that 1 and 1.0 on a double, or 60 and 60.0 seconds,
/// compare equal. The rules compare these values, and the generated code is written from them.
/// </summary>
internal static class ConstantConversion
{
    /// <summary>What stands for null among converted values.</summary>
    public static readonly object Null = new();

    /// <summary>The value that the parameter would have, as below or <see cref="Null"/>; null where the constant cannot be one.</summary>
    public static object? Convert(ParameterDeclaration parameter, TypedConstant constant)
    {
        if (constant.IsNull)
        {
            return parameter.IsNullable ? Null : null;
        }

        return constant.Kind switch
        {
            TypedConstantKind.Enum => SymbolEqualityComparer.Default.Equals(constant.Type, parameter.UnderlyingType) ? Convert(ValueKind.Enum, constant.Value) : null,
            TypedConstantKind.Primitive when parameter.Kind != ValueKind.Enum && constant.Value is char == (parameter.Kind == ValueKind.Char)
                => Convert(parameter.Kind, constant.Value),
            _ => null,
        };
    }

    /// <summary>All values of a type that needs no list of them: a bool, or an enum in the order of its declaration.</summary>
    public static IEnumerable<object> AllValues(ParameterDeclaration parameter)
        => parameter.Kind == ValueKind.Boolean ? [false, true] : EnumFields(parameter.UnderlyingType).Select(static field => (object)ToWhole(field.ConstantValue)!).Distinct();

    public static IEnumerable<IFieldSymbol> EnumFields(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    /// <summary>
    /// The converted value: double, float, decimal, long (integers, but for ulong), ulong, bool, char, string, the double nearest to a Half, ticks for a
    /// TimeSpan given in seconds, or the underlying number of an enum as a decimal. Null where the constant is none of the kind's values.
    /// </summary>
    public static object? Convert(ValueKind kind, object? constant)
    {
        switch (kind)
        {
            case ValueKind.Boolean:
                return constant as bool?;
            case ValueKind.String:
                return constant as string;
            case ValueKind.Char:
                return constant as char?;
            case ValueKind.Enum:
                return ToWhole(constant);
            case ValueKind.Double:
                return ToDouble(constant) is { } number && IsFinite(number) ? number : null;
            case ValueKind.Single:
                return ToSingle(constant) is { } single && IsFinite(single) ? single : null;
            case ValueKind.Half:
                return ToDouble(constant) is { } half && IsFinite(HalfNumber.Nearest(half)) ? HalfNumber.Nearest(half) : null;
            case ValueKind.Decimal:
                return ToDecimal(constant);
            case ValueKind.UInt64:
                return ToWhole(constant) is { } unsigned && unsigned >= 0 && unsigned <= ulong.MaxValue ? (ulong)unsigned : null;
            case ValueKind.TimeSpan:
                return ToDouble(constant) is { } seconds && Math.Abs(seconds) <= ValueKinds.MaximumSeconds ? (long)Math.Round(seconds * TimeSpan.TicksPerSecond) : null;
            default:
                (decimal low, decimal high) = IntegerLimits(kind);
                return ToWhole(constant) is { } whole && whole >= low && whole <= high ? (long)whole : null;
        }
    }

    /// <summary>The converted value as a number, seconds for a TimeSpan; null for one that is none.</summary>
    public static double? ToNumber(ValueKind kind, object? constant) => Convert(kind, constant) switch
    {
        double number => number,
        float number => number,
        decimal number => (double)number,
        long ticks when kind == ValueKind.TimeSpan => (double)ticks / TimeSpan.TicksPerSecond,
        long number => number,
        ulong number => number,
        _ => null,
    };

    /// <summary>The number as a type holds it: as a double, 0.1f is above 0.1, and 0.1 as a Half below it.</summary>
    public static double Hold(ValueKind kind, double number) => kind switch
    {
        ValueKind.Single => (float)number,
        ValueKind.Half => HalfNumber.Nearest(number),
        _ => number,
    };

    /// <summary>All values of an integer type; for long also those that only lists can hold.</summary>
    public static (decimal Low, decimal High) IntegerLimits(ValueKind kind) => kind switch
    {
        ValueKind.Byte => (byte.MinValue, byte.MaxValue),
        ValueKind.Int16 => (short.MinValue, short.MaxValue),
        ValueKind.SByte => (sbyte.MinValue, sbyte.MaxValue),
        ValueKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
        ValueKind.UInt32 => (uint.MinValue, uint.MaxValue),
        ValueKind.UInt64 => (ulong.MinValue, ulong.MaxValue),
        ValueKind.Int32 => (int.MinValue, int.MaxValue),
        ValueKind.Int64 => (long.MinValue, long.MaxValue),
        _ => (0, -1),
    };

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static decimal? ToWhole(object? constant) => constant switch
    {
        long or int or short or sbyte or ulong or uint or ushort or byte => System.Convert.ToDecimal(constant, CultureInfo.InvariantCulture),
        // An initializer may be a character: int X = 'a'.
        char character => character,
        _ => null,
    };

    private static double? ToDouble(object? constant) => constant switch
    {
        double number => number,
        float number => number,
        decimal number => (double)number,
        _ => (double?)ToWhole(constant),
    };

    private static float? ToSingle(object? constant) => constant is float number ? number : (float?)ToDouble(constant);

    // By the text that somebody would write: as a double, 0.1f is 0.10000000149, and a cast leaves of 1.0000001f only 1.
    private static decimal? ToDecimal(object? constant) => constant switch
    {
        decimal number => number,
        float number => Math.Abs(number) < ValueKinds.MaximumDecimal ? ParseDecimal(Literals.Text(number)) : null,
        double number => Math.Abs(number) < ValueKinds.MaximumDecimal ? ParseDecimal(Literals.Text(number)) : null,
        _ => ToWhole(constant),
    };

    private static decimal ParseDecimal(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
