using System.Globalization;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A constant as code.</summary>
/// <param name="Literal">An expression of the constant's type.</param>
/// <param name="Pattern">The constant pattern that finds it; for a time span of its ticks, for a half of the float.</param>
internal readonly record struct ConstantCode(string Literal, string Pattern)
{
    private const string Null = "null";

    /// <summary>The code of a constant.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="typeName">Its fully qualified type, without a Nullable wrapper or annotation.</param>
    public static ConstantCode Of(ConstantModel constant, string typeName) => constant.Value switch
    {
        { Kind: ValueKind.Enum } => Same(OfEnum(constant, typeName)),
        { Kind: ValueKind.Half } value => OfHalf(Literals.Single((float)value.Number)),
        { Kind: ValueKind.TimeSpan } value => OfTimeSpan(Literals.Int64(value.Integer)),
        var value => Same(OfBuiltIn(value)),
    };

    /// <summary>A constant of any type as an argument.</summary>
    public static string Of(OptionalArgumentModel argument)
    {
        string value = argument.Value switch
        {
            null => "[]",
            { IsNull: true } => $"default({argument.TypeName})",
            // The cast makes a suffix superfluous.
            { Kind: ValueKind.UInt32 or ValueKind.UInt64 } number => $"({argument.TypeName})({ConstantText.OfNumber(number)})",
            { } known => $"({argument.TypeName})({OfBuiltIn(known)})",
        };
        return $"{Identifiers.Escape(argument.Name)}: {value}";
    }

    private static ConstantCode Same(string code) => new(code, code);

    private static string OfBuiltIn(ConstantValue value) => value.Kind switch
    {
        _ when value.IsNull => Null,
        ValueKind.Boolean => Literals.Boolean(value.Flag),
        ValueKind.String => Literals.String(value.Text),
        ValueKind.Char => Literals.Char(value.Character),
        ValueKind.Double => Literals.Double(value.Number),
        ValueKind.Single => Literals.Single((float)value.Number),
        ValueKind.Decimal => Literals.Decimal(value.Decimal),
        ValueKind.Int64 => Literals.Int64(value.Integer),
        ValueKind.UInt64 => ConstantText.OfNumber(value) + "UL",
        ValueKind.UInt32 => ConstantText.OfNumber(value) + "U",
        _ => Literals.Int32((int)value.Integer),
    };

    // No Half is a constant; the float of the same value is.
    private static ConstantCode OfHalf(string single) => new($"(global::System.Half)({single})", single);

    private static ConstantCode OfTimeSpan(string ticks) => new($"new global::System.TimeSpan({ticks})", ticks);

    // The name of an obsolete member would be reported in the generated file, where nobody can change it.
    private static string OfEnum(ConstantModel constant, string typeName) => constant is { Member: { } member, IsMemberObsolete: false }
        ? $"{typeName}.{Identifiers.Escape(member)}"
        : $"({typeName})({constant.Value.Decimal.ToString(CultureInfo.InvariantCulture)})";
}
