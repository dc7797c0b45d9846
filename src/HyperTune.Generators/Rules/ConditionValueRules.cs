using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT2007, HT3003, HT3004, HT3015: the values of the deciding parameter that make another exist.</summary>
internal static class ConditionValueRules
{
    public static IEnumerable<Finding> Check(ParameterDeclaration parameter, WhenDeclaration when, ParameterDeclaration parent, CancellationToken cancellationToken)
    {
        // What is wrong with the deciding parameter is reported there, and its values are not known.
        bool isKnown = !ParameterRules.Check(parent, cancellationToken).Any(static finding => finding.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);
        if (FindInvalid(parameter, when, parent, isKnown, cancellationToken) is { } invalid)
        {
            yield return invalid;
            yield break;
        }

        if (!isKnown)
        {
            yield break;
        }

        DistributionDeclaration distribution = parent.Distributions[0];
        if (when.Values.IsEmpty)
        {
            if ((FindNeverMet(parameter, when, parent, distribution, cancellationToken) ?? FindExactRange(parameter, when, parent, distribution, cancellationToken)) is { } never)
            {
                yield return never;
            }

            yield break;
        }

        var seen = new HashSet<ConstantValue>(ConstantValue.ByValue);
        for (int i = 0; i < when.Values.Length; i++)
        {
            int position = i;
            TypedConstant constant = when.Values[i];
            if (FindImpossible(parent, distribution, constant) is { } problem)
            {
                yield return new Finding(
                    ConditionDescriptors.ImpossibleConditionValue,
                    () => AttributePlaces.Value(when.Attribute, 1, position, cancellationToken),
                    [ChoiceRules.Text(constant), parameter.MemberName, problem]);
                yield break;
            }

            if (distribution.IsContinuous(parent.Kind))
            {
                yield return Exact(parameter, parent, ChoiceRules.Text(constant), () => AttributePlaces.Value(when.Attribute, 1, position, cancellationToken));
                yield break;
            }

            if (!seen.Add(ConstantConversion.Convert(parent, constant)!.Value))
            {
                yield return new Finding(
                    RangeDescriptors.DuplicateChoice,
                    () => AttributePlaces.Value(when.Attribute, 1, position, cancellationToken),
                    [ChoiceRules.Text(constant), parameter.MemberName]);
            }
        }
    }

    private static Finding? FindInvalid(
        ParameterDeclaration parameter, WhenDeclaration when, ParameterDeclaration parent, bool isParentKnown, CancellationToken cancellationToken)
    {
        bool hasRange = when.Low is not null || when.High is not null;
        string? problem = (when.Values.IsEmpty, hasRange) switch
        {
            (true, false) => $"names no value of '{parent.MemberName}': give values, or Low and High",
            (false, true) => "gives both values and a range: keep one of the two",
            (true, true) when isParentKnown && !parent.Kind.IsNumeric() => $"gives a range, but '{parent.MemberName}' of the type '{parent.TypeName}' is no number: give values",
            _ when when.Low is double.NaN or double.PositiveInfinity => "has a low limit that no number reaches",
            _ when when.High is double.NaN or double.NegativeInfinity => "has a high limit that no number reaches",
            _ when when.Low > when.High => $"has a low limit {NumberText.Of(when.Low.Value)} above its high limit {NumberText.Of(when.High.Value)}",
            _ => null,
        };
        if (problem is null)
        {
            return null;
        }

        bool isHighWrong = when.Low is null || (when.High is double.NaN or double.NegativeInfinity && when.Low is not (double.NaN or double.PositiveInfinity));
        string? argument = hasRange && when.Values.IsEmpty ? isHighWrong ? "High" : "Low" : null;
        return new Finding(
            ConditionDescriptors.InvalidCondition,
            () => AttributePlaces.Argument(when.Attribute, -1, argument, cancellationToken),
            [parameter.MemberName, problem],
            when.Values.IsEmpty && parent.Kind.IsNumeric() && when.Low > when.High ? FixData.Offer(DiagnosticProperties.Swap) : null);
    }

    private static Finding? FindNeverMet(
        ParameterDeclaration parameter,
        WhenDeclaration when,
        ParameterDeclaration parent,
        DistributionDeclaration distribution,
        CancellationToken cancellationToken)
    {
        double low = when.Low ?? double.NegativeInfinity;
        double high = when.High ?? double.PositiveInfinity;
        bool isMet = distribution.IsList
            ? distribution.Values.Any(value => ConstantConversion.ToNumber(parent.Kind, value.Value) is { } number && when.Admits(number, parent.Kind))
            : when.AdmitsSome(Misfit.Low(distribution), Misfit.High(distribution), parent.Kind);
        return isMet
            ? null
            : new Finding(
                ConditionDescriptors.InvalidCondition,
                () => AttributePlaces.Argument(when.Attribute, -1, when.Low is not null ? "Low" : "High", cancellationToken),
                [parameter.MemberName, $"is never met: '{parent.MemberName}' takes no value from {NumberText.Of(low)} to {NumberText.Of(high)}"]);
    }

    // Where the condition's range and the parameter's have one number in common.
    private static Finding? FindExactRange(
        ParameterDeclaration parameter,
        WhenDeclaration when,
        ParameterDeclaration parent,
        DistributionDeclaration distribution,
        CancellationToken cancellationToken)
    {
        double low = Math.Max(when.Low ?? double.NegativeInfinity, Misfit.Low(distribution));
        double high = Math.Min(when.High ?? double.PositiveInfinity, Misfit.High(distribution));
        return distribution.IsContinuous(parent.Kind) && low == high
            ? Exact(parameter, parent, NumberText.Of(low), () => AttributePlaces.Argument(when.Attribute, -1, when.Low is not null ? "Low" : "High", cancellationToken))
            : null;
    }

    private static Finding Exact(ParameterDeclaration parameter, ParameterDeclaration parent, string value, Func<Location> locate)
        => new(ConditionDescriptors.ExactContinuousValue, locate, [parameter.MemberName, value, parent.MemberName]);

    private static string? FindImpossible(ParameterDeclaration parent, DistributionDeclaration distribution, TypedConstant constant)
    {
        if (ConstantConversion.Convert(parent, constant) is null)
        {
            return $"'{parent.MemberName}' is {ChoiceRules.Allowed(parent)}";
        }

        if (constant.IsNull)
        {
            return distribution.IsList && distribution.Values.Any(static value => value.IsNull) ? null : $"'{parent.MemberName}' is never null";
        }

        return Misfit.Find(parent, distribution, constant.Value!) is { } misfit ? $"for '{parent.MemberName}' it {misfit.Problem}" : null;
    }
}
