using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Rules;

/// <summary>HT2011 for what is made of several parameters: a constant subset, and a list that is written out in literals.</summary>
internal static class CompositeDefaultRule
{
    // As the runtime allows.
    private const double Tolerance = 1e-9;

    public static Finding? Find(ParameterDeclaration parameter)
    {
        if (parameter is not { Composite: { } composite, Default.Syntax: { } syntax })
        {
            return null;
        }

        string? problem = composite.Kind switch
        {
            DistributionKind.Subset => parameter.Default.Constant is { HasValue: true, Value: { } constant } ? FindInSubset(parameter, composite, constant) : null,
            DistributionKind.Permutation when parameter.Kind == ValueKind.Int32 => Literals(parameter) is { } items ? FindInOrder(composite.Length!.Value, items) : FindLength(parameter, composite),
            DistributionKind.Proportions => Literals(parameter) is { } shares ? FindInShares(composite.Length!.Value, shares) : FindLength(parameter, composite),
            _ => null,
        };
        return problem is null ? null : new Finding(RangeDescriptors.DefaultOutsideRange, () => syntax.GetLocation(), [syntax.ToString(), parameter.MemberName, problem]);
    }

    private static string? FindInSubset(ParameterDeclaration parameter, DistributionDeclaration composite, object constant)
    {
        ulong bits = FlagMembers.Bits(constant);
        if ((bits & ~FlagMembers.Union(FlagMembers.Single(parameter.UnderlyingType))) != 0)
        {
            return $"has a flag that is no member of the enum '{parameter.TypeName}'";
        }

        int count = 0;
        for (ulong rest = bits; rest != 0; rest &= rest - 1)
        {
            count++;
        }

        return count < composite.Least ? $"has {count} members, but at least {composite.Least} are asked for" : null;
    }

    private static string? FindInOrder(int length, double[] items)
    {
        var seen = new HashSet<double>();
        return FindLength(length, items.Length)
            ?? items.Where(item => item < 0 || item >= length || !seen.Add(item))
                .Select(item => $"is no order of the numbers from 0 to {length - 1}: {NumberText.Of(item)} {(seen.Contains(item) ? "is there twice" : "is none of them")}")
                .FirstOrDefault();
    }

    private static string? FindInShares(int length, double[] shares)
        => FindLength(length, shares.Length)
            ?? (shares.Any(static share => share < 0) ? "has a share below 0"
                : Math.Abs(shares.Sum() - 1) > Tolerance ? $"has the sum {NumberText.Of(shares.Sum())}, but shares of a whole sum to 1"
                : null);

    private static string? FindLength(ParameterDeclaration parameter, DistributionDeclaration composite)
        => composite.Length is { } length && ListExpression.Count(parameter.Default.Syntax) is { } count ? FindLength(length, count) : null;

    private static string? FindLength(int length, int count) => count == length ? null : $"has {(count == 1 ? "1 element" : $"{count} elements")}, but {length} are needed";

    // Nothing where an element is no literal.
    private static double[]? Literals(ParameterDeclaration parameter)
    {
        double?[]? numbers = ListExpression.Elements(parameter.Default.Syntax)?.Select(static element => Number(element)).ToArray();
        return numbers?.All(static number => number is not null) == true ? [.. numbers.Select(static number => number!.Value)] : null;
    }

    private static double? Number(ExpressionSyntax element)
        => ListExpression.Literal(element) is { } constant and not (string or char or bool) ? Convert.ToDouble(constant, CultureInfo.InvariantCulture) : null;
}
