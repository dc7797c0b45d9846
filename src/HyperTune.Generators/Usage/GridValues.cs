using System;
using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Rules;
using HyperTune.Spaces.Distributions;

namespace HyperTune.Generators.Usage;

/// <summary>The values of a discrete parameter, and which of them make others exist.</summary>
internal static class GridValues
{
    /// <summary>The values as <see cref="ConstantConversion"/> gives them, numbers of a range as doubles, seconds for a TimeSpan; null for a continuous parameter or a list.</summary>
    public static IEnumerable<ConstantValue>? Of(ParameterDeclaration parameter)
    {
        if (parameter.Repeat is not null || parameter.Distributions.IsEmpty || parameter.Composite is not null)
        {
            return null;
        }

        DistributionDeclaration distribution = parameter.Distributions[0];
        if (distribution.IsList)
        {
            return ChoiceRules.AllowedValues(parameter, distribution);
        }

        if (distribution.IsContinuous(parameter.Kind))
        {
            return null;
        }

        var grid = new StepSequence(distribution.Low!.Value, distribution.High!.Value, distribution.Spacing(parameter.Kind));
        return Enumerable.Range(0, (int)grid.Count).Select(i => ConstantValue.Of(ValueKind.Double, grid.Value(i)));
    }

    /// <summary>Whether a condition holds for a value of its deciding parameter.</summary>
    public static bool IsMet(WhenDeclaration when, ParameterDeclaration parent, ConstantValue value)
    {
        if (when.Values.IsEmpty)
        {
            return value.ToNumber() is { } number && number >= (when.Low ?? double.NegativeInfinity) && number <= (when.High ?? double.PositiveInfinity);
        }

        return when.Values.Any(constant => parent.Distributions[0].IsList
            ? ConstantConversion.Convert(parent, constant) is { } listed && ConstantValue.ByValue.Equals(listed, value)
            : ConstantConversion.ToNumber(parent.Kind, constant.Value) is { } number && Math.Abs(number - value.Number) <= 1e-9 * Math.Max(1, Math.Abs(number)));
    }
}
