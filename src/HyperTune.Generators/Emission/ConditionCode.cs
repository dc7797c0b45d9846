using System.Linq;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;

namespace HyperTune.Generators.Emission;

/// <summary>A condition as code.</summary>
internal sealed class ConditionCode(ConditionModel model, ParameterCode parent, string member)
{
    private readonly string[] _values = [.. model.VectorValues.Select(static value => Literals.Double(value.Value))];

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
            return _values.Length == 0 ? Within(Low, High)
                : _values.Length == 1 ? Within(_values[0], _values[0])
                : $"({string.Join(" || ", _values.Select(listed => Within(listed, listed)))})";

            string Within(string low, string high) => $"{isWithin}({value}, {low}, {high})";
        }

        return $"{value} is {(_values.Length > 0 ? string.Join(" or ", _values) : Range)}";
    }

    private string Low => Literals.Double(model.Low?.Value ?? double.NegativeInfinity);

    private string High => Literals.Double(model.High?.Value ?? double.PositiveInfinity);

    private string Range => string.Join(" and ", new[] { model.Low is null ? null : $">= {Low}", model.High is null ? null : $"<= {High}" }
        .Where(static bound => bound is not null));

    /// <summary>The runtime's condition.</summary>
    /// <param name="property">The property that holds the parent.</param>
    public string Create(string property) => _values.Length > 0
        ? $"{Runtime.Condition}.OneOf({property}, [{string.Join(", ", _values)}])"
        : $"{Runtime.Condition}.InRange({property}, {Low}, {High})";
}
