using System;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Rules;

/// <summary>HT2011: the default must be a value that can be drawn. Only constants, and the common ways to write a TimeSpan, can be checked.</summary>
internal static class DefaultRule
{
    public static Finding? Find(ParameterDeclaration parameter, DistributionDeclaration distribution)
    {
        if (parameter.Repeat is not null)
        {
            return FindInList(parameter, distribution);
        }

        // "= null" and "= null!" say that there is no default.
        object? known = parameter.Default.Seconds ?? parameter.Default.Constant.Value;
        return known is { } constant && parameter.Default.Syntax is { } syntax && Misfit.Find(parameter, distribution, constant) is { } misfit
            ? Report(parameter, constant, syntax, misfit)
            : null;
    }

    private static Finding? FindInList(ParameterDeclaration parameter, DistributionDeclaration distribution)
    {
        foreach (ExpressionSyntax element in ListExpression.Elements(parameter.Default.Syntax) ?? [])
        {
            if (ListExpression.Literal(element) is { } constant && Misfit.Find(parameter, distribution, constant) is { } misfit)
            {
                return Report(parameter, constant, element, misfit);
            }
        }

        return null;
    }

    private static Finding Report(ParameterDeclaration parameter, object constant, SyntaxNode syntax, Misfit misfit)
    {
        string text = parameter.Kind != ValueKind.Enum && ConstantConversion.ToNumber(parameter.Kind, constant) is { } number ? NumberText.Of(number) : Text(constant, syntax);
        return new Finding(
            RangeDescriptors.DefaultOutsideRange,
            () => syntax.GetLocation(),
            [text, parameter.MemberName, misfit.Problem],
            FixData.Replace(Replacement(parameter, syntax, misfit.Nearest)));
    }

    private static string? Replacement(ParameterDeclaration parameter, SyntaxNode original, double? nearest)
    {
        if (nearest is not { } number)
        {
            return null;
        }

        // The type's name is in scope where the default already uses it.
        return parameter.Kind == ValueKind.TimeSpan && !original.ToString().StartsWith("TimeSpan.", StringComparison.Ordinal)
            ? null
            : NumberText.Expression(number, parameter.Kind);
    }

    private static string Text(object constant, SyntaxNode syntax) => constant switch
    {
        string or bool or char => SymbolDisplay.FormatPrimitive(constant, quoteStrings: true, useHexadecimalNumbers: false),
        _ => syntax.ToString(),
    };
}
