using System.Globalization;
using HyperTune.Generators.Declarations;

namespace HyperTune.Generators.Rules;

/// <summary>Numbers in messages and in the code that fixes write, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>The shortest text that reads back as the number.</summary>
    public static string Of(double value) => value switch
    {
        double.PositiveInfinity => "infinity",
        double.NegativeInfinity => "-infinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>A C# expression of the parameter's type, or null where a number cannot be written as one.</summary>
    public static string? Expression(double value, ValueKind kind) => kind switch
    {
        ValueKind.Double => Of(value),
        ValueKind.Single => ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f",
        ValueKind.Half => $"(Half)({((float)value).ToString("R", CultureInfo.InvariantCulture)}f)",
        ValueKind.Decimal => value is > -1e15 and < 1e15 ? ((decimal)value).ToString(CultureInfo.InvariantCulture) + "m" : null,
        _ when kind.IsInteger() => ((long)value).ToString(CultureInfo.InvariantCulture),
        ValueKind.TimeSpan => $"TimeSpan.FromSeconds({Of(value)})",
        _ => null,
    };

    /// <summary>The number without the rounding errors of binary arithmetic: 0.3 for 0.30000000000000004.</summary>
    public static double WithoutRoundingError(double value) => double.Parse(value.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
