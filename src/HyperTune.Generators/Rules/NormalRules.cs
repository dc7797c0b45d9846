using System;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT2010, HT2012, HT2013, HT2015: what normal and log-normal distributions need besides ends in order.</summary>
internal static class NormalRules
{
    /// <summary>Beyond this many standard deviations the tail of a normal distribution is less than 1e-299, and soon no double any more.</summary>
    private const double FarthestTail = 37;

    /// <summary>An interval narrower than this many standard deviations gets lost in the rounding of its probability.</summary>
    private const double NarrowestInterval = 1e-12;

    /// <summary>The runtime draws quantiles up to 1 - 2^-53, which lies 8.2 standard deviations from the mean.</summary>
    private const double FarthestDraw = 8.3;

    /// <summary>The mean and the standard deviation; comes before the ends.</summary>
    public static Finding? FindInShape(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        if (RangeRules.FindNotFinite(parameter, NumberArgument.Mean(distribution), cancellationToken) is { } notFinite)
        {
            return notFinite;
        }

        NumberArgument deviation = NumberArgument.StandardDeviation(distribution);
        return deviation.Value > 0 && !double.IsInfinity(deviation.Value)
            ? null
            : new Finding(
                RangeDescriptors.InvalidStandardDeviation,
                () => deviation.GetLocation(cancellationToken),
                [deviation.Text, parameter.MemberName]);
    }

    /// <summary>The limits of an integer; comes after NaN is ruled out and before all that compares the ends.</summary>
    public static Finding? FindMissingLimit(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        bool hasLow = distribution.Low is { } low && !double.IsInfinity(low);
        bool hasHigh = distribution.High is { } high && !double.IsInfinity(high);
        if (!parameter.Kind.IsInteger() || (hasLow && hasHigh))
        {
            return null;
        }

        string missing = (hasLow, hasHigh) switch
        {
            (false, false) => "Low and High",
            (false, true) => "Low",
            _ => "High",
        };
        return new Finding(
            RangeDescriptors.UnboundedInteger,
            () => distribution.GetLocation(cancellationToken),
            [distribution.DisplayName, parameter.MemberName, parameter.TypeName, missing]);
    }

    /// <summary>What the distribution gives inside its limits; comes last.</summary>
    public static Finding? FindInReach(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        bool isLog = distribution.Kind == DistributionKind.LogNormal;
        double margin = parameter.Kind.IsInteger() ? 0.5 : 0;
        double mean = distribution.Mean.GetValueOrDefault();
        double deviation = distribution.StandardDeviation.GetValueOrDefault();
        double low = distribution.Low is { } given ? given - margin : isLog ? 0 : double.NegativeInfinity;
        double high = distribution.High + margin ?? double.PositiveInfinity;
        double lowest = ((isLog ? Math.Log(low) : low) - mean) / deviation;
        double highest = ((isLog ? Math.Log(high) : high) - mean) / deviation;

        if (lowest > FarthestTail || highest < -FarthestTail)
        {
            return Improbable($"it begins more than {FarthestTail} standard deviations away from the mean {NumberText.Of(mean)}");
        }

        if (highest - lowest < NarrowestInterval)
        {
            return Improbable($"it is too narrow for the standard deviation {NumberText.Of(deviation)}");
        }

        double smallestDraw = mean + (Math.Max(lowest, -FarthestDraw) * deviation);
        double largestDraw = mean + (Math.Min(highest, FarthestDraw) * deviation);
        return FindOverflow(isLog ? Math.Exp(smallestDraw) : smallestDraw, "smallest draw")
            ?? FindOverflow(isLog ? Math.Exp(largestDraw) : largestDraw, "largest draw");

        Finding Improbable(string reason) => new(
            RangeDescriptors.ImprobableInterval,
            () => distribution.GetLocation(cancellationToken),
            [
                NumberText.Of(distribution.Low ?? (isLog ? 0 : double.NegativeInfinity)),
                NumberText.Of(distribution.High ?? double.PositiveInfinity),
                parameter.MemberName,
                reason,
            ]);

        Finding? FindOverflow(double draw, string label)
        {
            (double least, double most) = parameter.Kind == ValueKind.Double ? (-double.MaxValue, double.MaxValue) : parameter.Kind.Limits();
            return parameter.Kind.IsInteger() || (draw >= least && draw <= most)
                ? null
                : new Finding(
                    RangeDescriptors.BoundOutsideType,
                    () => distribution.GetLocation(cancellationToken),
                    [label, NumberText.Of(draw), parameter.MemberName, parameter.TypeName, NumberText.Of(least), NumberText.Of(most)]);
        }
    }
}
