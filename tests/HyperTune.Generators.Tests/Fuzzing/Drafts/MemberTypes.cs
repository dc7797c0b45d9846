using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>The types of members as C#, and their values as C# and as plain objects: numbers as double, enum members by name.</summary>
internal static class MemberTypes
{
    public static bool IsInteger(this MemberType type) => type is >= MemberType.Int64 and <= MemberType.Byte;

    public static bool IsUnsigned(this MemberType type) => type is MemberType.UInt64 or MemberType.UInt32 or MemberType.UInt16 or MemberType.Byte;

    /// <summary>Whether the type has few values: the drafts keep to numbers up to a hundred or so.</summary>
    public static bool IsTiny(this MemberType type) => type is MemberType.Byte or MemberType.SByte;

    /// <summary>The number as the type holds it.</summary>
    public static double Held(this MemberType type, double number) => type switch
    {
        MemberType.Single => (float)number,
        MemberType.Half => (double)(Half)number,
        _ => number,
    };

    public static bool IsNumeric(this MemberType type) => type <= MemberType.TimeSpan;

    public static string Keyword(this MemberType type, EnumDraft enumeration) => type switch
    {
        MemberType.Double => "double",
        MemberType.Single => "float",
        MemberType.Decimal => "decimal",
        MemberType.Int64 => "long",
        MemberType.Int32 => "int",
        MemberType.Int16 => "short",
        MemberType.Byte => "byte",
        MemberType.Half => "Half",
        MemberType.UInt64 => "ulong",
        MemberType.UInt32 => "uint",
        MemberType.UInt16 => "ushort",
        MemberType.SByte => "sbyte",
        MemberType.Char => "char",
        MemberType.TimeSpan => "TimeSpan",
        MemberType.Boolean => "bool",
        MemberType.String => "string",
        _ => enumeration.Name,
    };

    /// <summary>A value as an argument of an attribute, where numbers are doubles and a time is in seconds.</summary>
    public static string Argument(object? value, EnumDraft enumeration) => value switch
    {
        null => "null",
        double number => Number(number),
        bool truth => truth ? "true" : "false",
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        EnumValue member => $"{enumeration.Name}.{Names.Escape(member.Name)}",
        _ => SymbolDisplay.FormatLiteral((string)value, quote: true),
    };

    /// <summary>A value as an expression of the member's type.</summary>
    public static string Literal(this MemberType type, object? value, EnumDraft enumeration) => value is not double number ? Argument(value, enumeration) : type switch
    {
        MemberType.Single => ((float)number).ToString("R", CultureInfo.InvariantCulture) + "f",
        MemberType.Half => $"(Half)({((float)number).ToString("R", CultureInfo.InvariantCulture)}f)",
        MemberType.Decimal => ((decimal)number).ToString(CultureInfo.InvariantCulture) + "m",
        MemberType.TimeSpan => $"TimeSpan.FromSeconds({Number(number)})",
        _ => Number(number),
    };

    /// <summary>What a config holds, in the form in which drafts hold values.</summary>
    public static object? Plain(object? value) => value switch
    {
        null or bool or string or char => value,
        Half half => (double)half,
        TimeSpan time => time.TotalSeconds,
        Enum member => member,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
