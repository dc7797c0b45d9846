using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads the condition of a member.</summary>
internal static class ConditionParser
{
    /// <summary>The condition on a parent, or null where the parent has no such values.</summary>
    public static ConditionModel? Parse(WhenDeclaration when, ParameterDeclaration parent)
    {
        if (!when.IsReadable || parent.Repeat is not null || parent.Property is not { } property || DistributionParser.Parse(parent) is not { } distribution)
        {
            return null;
        }

        if (!when.Values.IsEmpty)
        {
            return when.Low is null && when.High is null ? ParseValues(when, parent, property, distribution) : null;
        }

        return (when.Low is not null || when.High is not null) && parent.Kind.IsNumeric() ? ParseRange(when, parent, property, distribution) : null;
    }

    private static ConditionModel? ParseValues(WhenDeclaration when, ParameterDeclaration parent, IPropertySymbol property, DistributionModel distribution)
    {
        var values = new List<string>();
        var labels = new List<string>();
        foreach (TypedConstant constant in when.Values)
        {
            if (constant.Kind == TypedConstantKind.Array && !constant.IsNull)
            {
                return null;
            }

            if (ConstantConversion.Convert(parent, constant) is not { } value)
            {
                return null;
            }

            ListedValue listed = ConstantParser.Write(value, parent.UnderlyingType);
            if (VectorValue(constant.IsNull ? null : constant.Value, listed, distribution) is not { } vectorValue)
            {
                return null;
            }

            values.Add(vectorValue);
            labels.Add(listed.Label);
        }

        return Create(property, values, $"{parent.Name} is {string.Join(" or ", labels)}");
    }

    private static string? VectorValue(object? constant, ListedValue value, DistributionModel distribution)
    {
        if (!distribution.IsList)
        {
            return constant is null ? null : Literals.Double(System.Convert.ToDouble(constant, CultureInfo.InvariantCulture));
        }

        int index = distribution.Values.ToList().FindIndex(listed => listed.Literal == value.Literal);
        return index < 0 ? null : Literals.Double(index);
    }

    private static ConditionModel? ParseRange(WhenDeclaration when, ParameterDeclaration parent, IPropertySymbol property, DistributionModel distribution)
    {
        double low = when.Low ?? double.NegativeInfinity;
        double high = when.High ?? double.PositiveInfinity;
        string description = $"{parent.Name} in {(double.IsInfinity(low) ? '(' : '[')}{Literals.Text(low)}, {Literals.Text(high)}{(double.IsInfinity(high) ? ')' : ']')}";
        if (!distribution.IsList)
        {
            return new ConditionModel
            {
                Parent = Identifiers.Escape(property.Name),
                Values = EquatableArray<string>.Empty,
                Low = double.IsInfinity(low) ? null : Literals.Double(low),
                High = double.IsInfinity(high) ? null : Literals.Double(high),
                Description = description,
            };
        }

        // The vector holds places in the list, not the listed numbers.
        DistributionDeclaration declaration = parent.Distributions[0];
        string[] values = [.. declaration.Values
            .Select(static (constant, index) => (constant, index))
            .Where(pair => !pair.constant.IsNull && when.Admits(System.Convert.ToDouble(pair.constant.Value, CultureInfo.InvariantCulture), parent.Kind))
            .Select(static pair => Literals.Double(pair.index))];
        return values.Length == 0 ? null : Create(property, values, description);
    }

    private static ConditionModel Create(IPropertySymbol property, IEnumerable<string> values, string description) => new()
    {
        Parent = Identifiers.Escape(property.Name),
        Values = values.ToEquatableArray(),
        Low = null,
        High = null,
        Description = description,
    };
}
