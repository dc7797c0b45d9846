using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Model;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Reads the condition of a member.</summary>
internal static class ConditionParser
{
    /// <summary>The condition on a parent.</summary>
    /// <param name="when">The condition as declared.</param>
    /// <param name="parent">The deciding member as declared.</param>
    /// <param name="distribution">The values of the deciding member.</param>
    public static ConditionModel Parse(WhenDeclaration when, ParameterDeclaration parent, DistributionModel distribution)
        => when.Values.IsEmpty ? ParseRange(when, parent, distribution) : ParseValues(when, parent, distribution);

    private static ConditionModel ParseValues(WhenDeclaration when, ParameterDeclaration parent, DistributionModel distribution)
    {
        ConstantValue[] values =
            [.. when.Values.Select(constant => Ensured.Found(ConstantConversion.Convert(parent, constant), parent.Symbol, "a condition asks for a value that is none of its type"))];
        IEnumerable<double> vectorValues = distribution.IsList
            ? values.Select(value => (double)IndexOf(value, parent, distribution))
            : when.Values.Select(static constant => ToDouble(constant));
        return new ConditionModel
        {
            Parent = parent.Name,
            Values = values.Select(value => ConstantParser.Parse(value, parent.UnderlyingType)).ToEquatableArray(),
            VectorValues = vectorValues.Select(NumberBits.Of).ToEquatableArray(),
        };
    }

    private static ConditionModel ParseRange(WhenDeclaration when, ParameterDeclaration parent, DistributionModel distribution) => new()
    {
        Parent = parent.Name,
        Low = Limit(when.Low),
        High = Limit(when.High),
        VectorValues = distribution.IsList ? Admitted(when, parent).Select(static index => NumberBits.Of(index)).ToEquatableArray() : EquatableArray<NumberBits>.Empty,
    };

    // The vector holds places in the list, not the listed numbers.
    private static IEnumerable<int> Admitted(WhenDeclaration when, ParameterDeclaration parent) => parent.Distributions[0].Values
        .Select(static (constant, index) => (constant, index))
        .Where(pair => !pair.constant.IsNull && when.Admits(ToDouble(pair.constant), parent.Kind))
        .Select(static pair => pair.index);

    private static int IndexOf(ConstantValue value, ParameterDeclaration parent, DistributionModel distribution)
    {
        for (int i = 0; i < distribution.Values.Count; i++)
        {
            if (ConstantValue.ByValue.Equals(distribution.Values[i].Value, value))
            {
                return i;
            }
        }

        throw Ensured.Fault(parent.Symbol, "a condition asks for a value that is not listed");
    }

    private static NumberBits? Limit(double? limit) => limit is { } number && !double.IsInfinity(number) ? NumberBits.Of(number) : null;

    private static double ToDouble(TypedConstant constant) => Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture);
}
