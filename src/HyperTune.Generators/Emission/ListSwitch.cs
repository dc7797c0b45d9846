using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>From a listed value to its index by a switch, which is faster than to look through the list.</summary>
internal static class ListSwitch
{
    // What is longer is no longer easy to read.
    private const int MaximumLength = 110;

    /// <summary>The switch as an expression of type double, or null where it would be too long.</summary>
    /// <param name="code">A parameter with listed values.</param>
    /// <param name="value">The value.</param>
    public static string? Of(ParameterCode code, string value)
    {
        ParameterModel parameter = code.Model;
        string access = parameter.IsNullable ? "?" : "";
        string subject = parameter.Kind switch
        {
            ValueKind.TimeSpan => $"{value}{access}.Ticks",
            ValueKind.Half => $"(float{access}){value}",
            _ => value,
        };
        string arms = string.Join(", ", code.Values.Select(static (listed, index) => $"{listed.Pattern} => {Literals.Text(index)}"));

        // The compiler refuses an arm that nothing can reach.
        string last = CoversType(parameter) ? "" : ", _ => double.NaN";
        return arms.Length + last.Length > MaximumLength ? null : $"{subject} switch {{ {arms}{last} }}";
    }

    private static bool CoversType(ParameterModel parameter)
        => parameter.Kind == ValueKind.Boolean && parameter.Distribution.Values.Count == (parameter.IsNullable ? 3 : 2);
}
