using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperTune.Spaces.Parameters;
using HyperTune.Text;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>
/// Turns a constant of the source into the value that a parameter of the given kind would have, so that 1 and 1.0 on a double, or 60 and 60.0 seconds,
/// compare equal. The rules compare these values, and the generated code is written from them.
/// </summary>
internal static class ConstantConversion
{
    /// <summary>The value that the parameter would have; nothing where the constant cannot be one.</summary>
    public static ConstantValue? Convert(ParameterDeclaration parameter, TypedConstant constant)
    {
        if (constant.IsNull)
        {
            return parameter.IsNullable ? ConstantValue.Null : null;
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
    public static IEnumerable<ConstantValue> AllValues(ParameterDeclaration parameter) => parameter.Kind == ValueKind.Boolean
        ? [ConstantValue.Of(false), ConstantValue.Of(true)]
        : EnumFields(parameter.UnderlyingType).Select(static field => Convert(ValueKind.Enum, field.ConstantValue)!.Value).Distinct();

    public static IEnumerable<IFieldSymbol> EnumFields(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    /// <summary>The value of a kind that a constant stands for, where a number for a TimeSpan means seconds; nothing where it is none of the kind's values.</summary>
    public static ConstantValue? Convert(ValueKind kind, object? constant)
    {
        switch (kind)
        {
            case ValueKind.Boolean:
                return constant is bool flag ? ConstantValue.Of(flag) : null;
            case ValueKind.String:
                return constant is string text ? ConstantValue.Of(text) : null;
            case ValueKind.Char:
                return constant is char character ? ConstantValue.Of(character) : null;
            case ValueKind.Enum:
                return ToWhole(constant) is { } value ? ConstantValue.Of(kind, value) : null;
            case ValueKind.Double:
                return ToDouble(constant) is { } number && IsFinite(number) ? ConstantValue.Of(kind, number) : null;
            case ValueKind.Single:
                return ToSingle(constant) is { } single && IsFinite(single) ? ConstantValue.Of(kind, (double)single) : null;
            case ValueKind.Half:
                return ToDouble(constant) is { } half && IsFinite(HalfNumber.Nearest(half)) ? ConstantValue.Of(kind, HalfNumber.Nearest(half)) : null;
            case ValueKind.Decimal:
                return ToDecimal(constant) is { } exact ? ConstantValue.Of(kind, exact) : null;
            case ValueKind.UInt64:
                return ToWhole(constant) is { } unsigned && unsigned >= 0 && unsigned <= ulong.MaxValue ? ConstantValue.Of((ulong)unsigned) : null;
            case ValueKind.TimeSpan:
                return ToDouble(constant) is { } seconds && Math.Abs(seconds) <= NumberLimits.MaximumSeconds
                    ? ConstantValue.Of(kind, (long)Math.Round(seconds * TimeSpan.TicksPerSecond))
                    : null;
            default:
                (decimal low, decimal high) = IntegerLimits(kind);
                return ToWhole(constant) is { } whole && whole >= low && whole <= high ? ConstantValue.Of(kind, (long)whole) : null;
        }
    }

    /// <summary>A constant of whatever type it is, the underlying one for an enum; null also for the default of a struct.</summary>
    public static ConstantValue AsWritten(object? constant) => constant switch
    {
        null => ConstantValue.Null,
        bool => Convert(ValueKind.Boolean, constant),
        string => Convert(ValueKind.String, constant),
        char => Convert(ValueKind.Char, constant),
        // Also what is not finite.
        double number => ConstantValue.Of(ValueKind.Double, number),
        float number => ConstantValue.Of(ValueKind.Single, (double)number),
        decimal => Convert(ValueKind.Decimal, constant),
        long => Convert(ValueKind.Int64, constant),
        ulong => Convert(ValueKind.UInt64, constant),
        _ => Convert(ValueKind.Int32, constant) ?? Convert(ValueKind.UInt32, constant),
    } ?? throw new ArgumentException($"A constant of the type {constant!.GetType()} cannot be.", nameof(constant));

    /// <summary>The converted value as a number, seconds for a TimeSpan; null for one that is none.</summary>
    public static double? ToNumber(ValueKind kind, object? constant) => Convert(kind, constant)?.ToNumber();

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
        float number => Math.Abs(number) < NumberLimits.MaximumDecimal ? ParseDecimal(NumberFormat.Invariant(number)) : null,
        double number => Math.Abs(number) < NumberLimits.MaximumDecimal ? ParseDecimal(NumberFormat.Invariant(number)) : null,
        _ => ToWhole(constant),
    };

    private static decimal ParseDecimal(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
