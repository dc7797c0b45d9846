using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A condition as code.</summary>
internal sealed class ConditionCode(ConditionModel model, ParameterCode parent, string member)
{
    public ParameterCode Parent { get; } = parent;

    /// <summary>The local variable that holds whether the member exists.</summary>
    public string Local { get; } = "has" + member;

    /// <summary>Whether a vector value of the parent makes the member exist. It is false for not a number.</summary>
    /// <param name="value">An expression of type double without side effects.</param>
    public string Test(string value)
    {
        // The entry of a list is a place in it; of a number, what the parent's type holds is compared.
        if (!Parent.Model.Distribution.IsList && Runtime.IsWithin(Parent.Model.Kind) is { } isWithin)
        {
            return model.Values.Count == 0 ? Within(model.Low, model.High)
                : model.Values.Count == 1 ? Within(model.Values[0], model.Values[0])
                : $"({string.Join(" || ", model.Values.Select(listed => Within(listed, listed)))})";

            string Within(string? low, string? high) => $"{isWithin}({value}, {low ?? NoLow}, {high ?? NoHigh})";
        }

        return $"{value} is {(model.Values.Count > 0 ? string.Join(" or ", model.Values) : Range)}";
    }

    private static string NoLow => Literals.Double(double.NegativeInfinity);

    private static string NoHigh => Literals.Double(double.PositiveInfinity);

    private string Range => string.Join(" and ", new[] { model.Low is null ? null : $">= {model.Low}", model.High is null ? null : $"<= {model.High}" }
        .Where(static bound => bound is not null));

    /// <summary>The runtime's condition.</summary>
    /// <param name="property">The property that holds the parent.</param>
    public string Create(string property) => model.Values.Count > 0
        ? $"{Runtime.Condition}.OneOf({property}, [{string.Join(", ", model.Values)}])"
        : $"{Runtime.Condition}.InRange({property}, {model.Low ?? NoLow}, {model.High ?? NoHigh})";
}
