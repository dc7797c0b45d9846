using HyperTune.Spaces.Parameters;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>Facts about the types that parameters can have.</summary>
internal static class ValueKinds
{
    /// <summary>Classifies a type whose Nullable wrapper, if any, is already off.</summary>
    public static ValueKind Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => ValueKind.Double,
        SpecialType.System_Single => ValueKind.Single,
        SpecialType.System_Decimal => ValueKind.Decimal,
        SpecialType.System_Int64 => ValueKind.Int64,
        SpecialType.System_Int32 => ValueKind.Int32,
        SpecialType.System_Int16 => ValueKind.Int16,
        SpecialType.System_Byte => ValueKind.Byte,
        SpecialType.System_SByte => ValueKind.SByte,
        SpecialType.System_UInt16 => ValueKind.UInt16,
        SpecialType.System_UInt32 => ValueKind.UInt32,
        SpecialType.System_UInt64 => ValueKind.UInt64,
        SpecialType.System_Char => ValueKind.Char,
        SpecialType.System_Boolean => ValueKind.Boolean,
        SpecialType.System_String => ValueKind.String,
        _ when type.TypeKind == TypeKind.Enum => ValueKind.Enum,
        _ when IsInSystem(type, "TimeSpan") => ValueKind.TimeSpan,
        _ when IsInSystem(type, "Half") => ValueKind.Half,
        _ when type is INamedTypeSymbol && AttributeReader.IsSearchSpace(type) => ValueKind.Space,
        _ => ValueKind.Unsupported,
    };

    public static bool IsInteger(this ValueKind kind)
        => kind is ValueKind.Int64 or ValueKind.UInt64 or ValueKind.Int32 or ValueKind.UInt32 or ValueKind.Int16 or ValueKind.UInt16 or ValueKind.SByte or ValueKind.Byte;

    /// <summary>Whether the type is smaller than int, so that its literals are ints.</summary>
    public static bool IsSmallInteger(this ValueKind kind) => kind is ValueKind.Int16 or ValueKind.UInt16 or ValueKind.SByte or ValueKind.Byte;

    public static bool IsNumeric(this ValueKind kind)
        => kind.IsInteger() || kind is ValueKind.Double or ValueKind.Single or ValueKind.Half or ValueKind.Decimal or ValueKind.TimeSpan;

    /// <summary>Whether a study can keep values of the kind beside metrics.</summary>
    public static bool IsRecordable(this ValueKind kind) => kind.IsNumeric() || kind is ValueKind.Boolean or ValueKind.Enum or ValueKind.String;

    /// <summary>The vector values that a type can hold exactly enough, both ends included; seconds for a TimeSpan.</summary>
    public static (double Low, double High) Limits(this ValueKind kind) => kind switch
    {
        ValueKind.Byte => (byte.MinValue, byte.MaxValue),
        ValueKind.Int16 => (short.MinValue, short.MaxValue),
        ValueKind.Int32 => (int.MinValue, int.MaxValue),
        ValueKind.SByte => (sbyte.MinValue, sbyte.MaxValue),
        ValueKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
        ValueKind.UInt32 => (uint.MinValue, uint.MaxValue),
        ValueKind.Int64 => (-NumberLimits.MaximumExactInteger, NumberLimits.MaximumExactInteger),
        ValueKind.UInt64 => (0, NumberLimits.MaximumExactInteger),
        ValueKind.Single => (-float.MaxValue, float.MaxValue),
        ValueKind.Half => (-HalfNumber.Maximum, HalfNumber.Maximum),
        ValueKind.Decimal => (-NumberLimits.MaximumDecimal, NumberLimits.MaximumDecimal),
        ValueKind.TimeSpan => (-NumberLimits.MaximumSeconds, NumberLimits.MaximumSeconds),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>
    /// A vector value as a type holds it, ticks for a TimeSpan: as a double, 0.1f is above 0.1, and 0.1 as a Half below it. The runtime compares these numbers,
    /// too. What is infinite stays so.
    /// </summary>
    public static double Hold(this ValueKind kind, double number) => kind switch
    {
        _ when double.IsInfinity(number) => number,
        ValueKind.Single => HeldNumber.AsSingle(number),
        ValueKind.Half => HalfNumber.Nearest(number),
        ValueKind.Decimal => HeldNumber.AsDecimal(number),
        ValueKind.TimeSpan => HeldNumber.AsTicks(number),
        _ => number,
    };

    private static bool IsInSystem(ITypeSymbol type, string name)
        => type is { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
