using System.Globalization;
using HyperTune.Generators.Declarations;
using HyperTune.Text;

namespace HyperTune.Generators.Rules;

/// <summary>Numbers in messages and in the code that fixes write, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>The shortest text that reads back as the number.</summary>
    public static string Of(double value) => value switch
    {
        double.PositiveInfinity => "infinity",
        double.NegativeInfinity => "-infinity",
        _ => NumberFormat.Invariant(value),
    };

    /// <summary>A C# expression of the parameter's type, or null where a number cannot be written as one.</summary>
    public static string? Expression(double value, ValueKind kind) => kind switch
    {
        ValueKind.Double => Of(value),
        ValueKind.Single => NumberFormat.Invariant((float)value) + "f",
        ValueKind.Half => $"(Half)({NumberFormat.Invariant((float)value)}f)",
        ValueKind.Decimal => value is > -1e15 and < 1e15 ? ((decimal)value).ToString(CultureInfo.InvariantCulture) + "m" : null,
        _ when kind.IsInteger() => ((long)value).ToString(CultureInfo.InvariantCulture),
        ValueKind.TimeSpan => $"TimeSpan.FromSeconds({Of(value)})",
        _ => null,
    };
}
