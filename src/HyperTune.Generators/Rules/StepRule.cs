using System;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Spaces.Distributions;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT2004, HT2005 and HT2009: the step of a uniform range whose ends are in order.</summary>
internal static class StepRule
{
    public static Finding? Find(ParameterDeclaration parameter, DistributionDeclaration distribution, CancellationToken cancellationToken)
    {
        NumberArgument step = NumberArgument.Step(distribution);
        if (step.Given is not { } value)
        {
            return null;
        }

        if (!(value > 0) || double.IsInfinity(value))
        {
            return Invalid("a finite number above 0");
        }

        if (RangeRules.FindFraction(parameter, step, cancellationToken) is { } fraction)
        {
            return fraction;
        }

        double low = distribution.Low.GetValueOrDefault();
        double high = distribution.High.GetValueOrDefault();
        double smallest = SmallestStep(parameter.Kind, low, high);
        if (value < smallest)
        {
            return Invalid($"at least {NumberText.Of(smallest)}, so that neighbouring values differ");
        }

        return StepArithmetic.IsWhole(low, high, value) ? null : NotDividing();

        Finding Invalid(string required) => new(
            RangeDescriptors.InvalidStep,
            () => step.GetLocation(cancellationToken),
            [step.Text, parameter.MemberName, required]);

        Finding NotDividing()
        {
            double below = Below(low, high, value);
            bool isTooLarge = below == low;
            return new Finding(
                RangeDescriptors.StepDoesNotDivide,
                () => step.GetLocation(cancellationToken),
                [
                    step.Text,
                    parameter.MemberName,
                    NumberText.Of(low),
                    NumberText.Of(high),
                    isTooLarge ? "it is larger than the range" : $"the last value would be {NumberText.Of(below)}",
                ],
                isTooLarge ? null : FixData.ReplaceArgument("high", NumberText.Of(below)));
        }
    }

    // The largest value of the grid that is not above the high end.
    private static double Below(double low, double high, double step)
        => Math.Floor(StepArithmetic.Between(low, high, step)) is > 0 and var count ? new StepSequence(low, high, step).Written((long)count) : low;

    // A step must move the number with the largest magnitude of the range, and steps must be countable.
    private static double SmallestStep(ValueKind kind, double low, double high)
    {
        double largest = Math.Max(Math.Abs(low), Math.Abs(high));
        double spacing = kind == ValueKind.Half ? HalfNumber.Spacing(largest) : StepArithmetic.Spacing(largest, kind == ValueKind.Single);
        double least = kind switch
        {
            ValueKind.TimeSpan => 1e-7,
            ValueKind.Decimal => 1e-28,
            _ => 0,
        };
        return kind.IsInteger() ? 0 : Math.Max(Math.Max(spacing, least), (high / StepArithmetic.MostSteps) - (low / StepArithmetic.MostSteps));
    }
}
