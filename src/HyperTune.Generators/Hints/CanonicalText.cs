using System;
using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Emission;
using HyperTune.Generators.Model;
using HyperTune.Generators.Parsing;
using HyperTune.Text;

namespace HyperTune.Generators.Hints;

/// <summary>
/// What the runtime writes for distributions and conditions when it computes a space's fingerprint (<c>Distribution.Canonical</c>,
/// <c>ParameterCondition.Canonical</c>). A test compares the fingerprints of all spaces that there are.
/// </summary>
internal static class CanonicalText
{
    /// <summary>The distribution of a parameter.</summary>
    public static string Of(DistributionModel distribution)
    {
        if (distribution.Range is not { } range)
        {
            return List(distribution.Kind == DistributionKind.Ordinal ? "ordinal" : "choice", ConstantText.Labels(distribution));
        }

        string ends = $"{Number(range.Low)},{Number(range.High)}";
        int integer = range.IsInteger ? 1 : 0;
        return distribution.Kind switch
        {
            DistributionKind.Uniform => $"uniform({ends},{Number(range.Spacing)})",
            DistributionKind.LogUniform => $"loguniform({ends},{integer})",
            DistributionKind.Normal => $"normal({Number(range.Mean!.Value)},{Number(range.StandardDeviation!.Value)},{ends},{integer})",
            _ => $"lognormal({Number(range.Mean!.Value)},{Number(range.StandardDeviation!.Value)},{ends},{integer})",
        };
    }

    /// <summary>Values in a list without an order.</summary>
    public static string Choice(params string[] labels) => List("choice", labels);

    /// <summary>Numbers that are equally likely.</summary>
    public static string Uniform(double low, double high, double step)
        => $"uniform({NumberFormat.Invariant(low)},{NumberFormat.Invariant(high)},{NumberFormat.Invariant(step)})";

    /// <summary>That another parameter has one of some values.</summary>
    public static string OneOf(string parent, params string[] values)
        => $"{parent}{{{string.Join(",", values.OrderBy(static value => value, StringComparer.Ordinal).Select(Counted))}}}";

    /// <summary>That another parameter lies in a range.</summary>
    public static string InRange(string parent, double low, double high) => $"{parent}[{NumberFormat.Invariant(low)},{NumberFormat.Invariant(high)}]";

    /// <summary>A condition as declared.</summary>
    /// <param name="when">The condition.</param>
    /// <param name="parent">The member that decides.</param>
    /// <param name="name">That member's name in the whole space.</param>
    public static string Of(WhenDeclaration when, ParameterDeclaration parent, string name)
    {
        DistributionModel distribution = DistributionParser.Parse(parent);
        ConditionModel condition = ConditionParser.Parse(when, parent, distribution);
        if (condition.VectorValues.Count == 0)
        {
            return InRange(name, condition.Low?.Value ?? double.NegativeInfinity, condition.High?.Value ?? double.PositiveInfinity);
        }

        string[] labels = distribution.IsList ? ConstantText.Labels(distribution) : [];
        IEnumerable<string> values = distribution.IsList
            ? condition.VectorValues.Select(value => labels[(int)value.Value])
            : condition.Values.Select(ConstantText.Of);
        return OneOf(name, [.. values]);
    }

    private static string List(string kind, IEnumerable<string> labels) => $"{kind}({string.Join(",", labels.Select(Counted))})";

    private static string Counted(string text) => $"{text.Length}:{text}";

    private static string Number(NumberBits number) => NumberFormat.Invariant(number.Value);
}
