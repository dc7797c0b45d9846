using System;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT2001, HT2002, HT2003, HT2009, HT2010: the two ends of a range.</summary>
internal static class RangeRules
{
    /// <summary>The first thing wrong with the ends; what comes later in the order would only follow from it.</summary>
    public static Finding? Find(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        foreach (NumberArgument end in NumberArgument.Ends(distribution))
        {
            if (FindNotFinite(parameter, end, cancellationToken) is { } notFinite)
            {
                return notFinite;
            }
        }

        if (FindNotPositive(parameter, distribution, cancellationToken) is { } notPositive)
        {
            return notPositive;
        }

        foreach (NumberArgument end in NumberArgument.Ends(distribution))
        {
            if ((FindFraction(parameter, end, cancellationToken) ?? FindOutsideType(parameter, end, cancellationToken)) is { } misfit)
            {
                return misfit;
            }
        }

        return FindNotAscending(parameter, distribution, cancellationToken);
    }

    /// <summary>HT2003 for an end, a mean or whatever else must be finite.</summary>
    public static Finding? FindNotFinite(ParameterDeclaration parameter, NumberArgument argument, CancellationToken cancellationToken)
    {
        if (!double.IsNaN(argument.Value) && !double.IsInfinity(argument.Value))
        {
            return null;
        }

        // A normal distribution may be open at an end; an integer one is another finding's business.
        bool isOpenEnd = argument is { ArgumentName: "Low", Value: double.NegativeInfinity } or { ArgumentName: "High", Value: double.PositiveInfinity };
        return isOpenEnd
            ? null
            : new Finding(
                RangeDescriptors.BoundNotFinite,
                () => argument.GetLocation(cancellationToken),
                [argument.Label, parameter.MemberName, argument.Text]);
    }

    /// <summary>HT2009 for an end or a step.</summary>
    public static Finding? FindFraction(ParameterDeclaration parameter, NumberArgument argument, CancellationToken cancellationToken)
    {
        if (!parameter.Kind.IsInteger() || double.IsInfinity(argument.Value) || argument.Value == Math.Floor(argument.Value))
        {
            return null;
        }

        double rounded = Math.Round(argument.Value, MidpointRounding.AwayFromZero);
        (double low, double high) = parameter.Kind.Limits();
        bool isStep = argument.ArgumentName == "Step";
        string? replacement = isStep || rounded < low || rounded > high ? null : NumberText.Of(rounded);
        return new Finding(
            RangeDescriptors.FractionalBound,
            () => argument.GetLocation(cancellationToken),
            [argument.Label, argument.Text, parameter.MemberName, parameter.TypeName],
            FixData.Replace(replacement));
    }

    private static Finding? FindNotPositive(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        NumberArgument low = NumberArgument.Low(distribution);
        if (low.Given is not { } value)
        {
            return null;
        }

        string? required = distribution.Kind switch
        {
            DistributionKind.LogUniform when parameter.Kind.IsInteger() => value <= 0 ? "at least 1" : null,
            DistributionKind.LogUniform when value <= 0 => "above 0",
            DistributionKind.LogUniform when value < SmallestPositive(parameter.Kind)
                => $"at least {NumberText.Of(SmallestPositive(parameter.Kind))}, the smallest positive {parameter.TypeName}",
            DistributionKind.LogNormal when parameter.Kind.IsInteger() => value <= 0 ? "at least 1" : null,
            DistributionKind.LogNormal when value < 0 => "at least 0",
            _ => null,
        };
        return required is null
            ? null
            : new Finding(
                RangeDescriptors.LogBoundNotPositive,
                () => low.GetLocation(cancellationToken),
                [low.Text, parameter.MemberName, required, distribution.DisplayName]);
    }

    private static Finding? FindOutsideType(ParameterDeclaration parameter, NumberArgument end, CancellationToken cancellationToken)
    {
        (double low, double high) = parameter.Kind.Limits();
        if (double.IsInfinity(end.Value) || (end.Value >= low && end.Value <= high))
        {
            return null;
        }

        bool isTooLow = end.Value < low;
        bool isRightEnd = isTooLow == (end.ArgumentName is "low" or "Low");
        return new Finding(
            RangeDescriptors.BoundOutsideType,
            () => end.GetLocation(cancellationToken),
            [end.Label, end.Text, parameter.MemberName, parameter.TypeName, NumberText.Of(low), NumberText.Of(high)],
            isRightEnd && parameter.Kind.IsInteger() ? FixData.Replace(NumberText.Of(isTooLow ? low : high)) : null);
    }

    private static Finding? FindNotAscending(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        NumberArgument low = NumberArgument.Low(distribution);
        NumberArgument high = NumberArgument.High(distribution);
        // A log-normal distribution ends at 0 where nothing else is said.
        double lowest = low.Given ?? (distribution.Kind == DistributionKind.LogNormal ? 0 : double.NegativeInfinity);
        if (high.Given is null || lowest < high.Value)
        {
            return null;
        }

        NumberArgument marked = low.Given is null ? high : low;
        bool isOneValue = lowest == high.Value;
        return new Finding(
            RangeDescriptors.LowNotBelowHigh,
            () => marked.GetLocation(cancellationToken),
            [NumberText.Of(lowest), parameter.MemberName, high.Text, isOneValue ? $"; to fix the value, remove [{distribution.DisplayName}]" : ""],
            isOneValue || low.Given is null ? null : FixData.Offer(DiagnosticProperties.Swap));
    }

    private static double SmallestPositive(ValueKind kind) => kind switch
    {
        ValueKind.Single => float.Epsilon,
        ValueKind.Half => HalfNumber.Epsilon,
        ValueKind.Decimal => 1e-28,
        ValueKind.TimeSpan => 1e-7,
        _ => 0,
    };
}
