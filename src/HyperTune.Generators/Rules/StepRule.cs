using System;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
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

        return Steps.Divide(low, high, value) ? null : NotDividing();

        Finding Invalid(string required) => new(
            RangeDescriptors.InvalidStep,
            () => step.GetLocation(cancellationToken),
            [step.Text, parameter.MemberName, required]);

        Finding NotDividing()
        {
            double below = Steps.Below(low, high, value);
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

    // Grid indices are exact integers up to 2^53, and a step must move the number with the largest magnitude of the range.
    private static double SmallestStep(ValueKind kind, double low, double high)
    {
        double magnitude = Math.Max(Math.Abs(low), Math.Abs(high));
        double spacing = kind switch
        {
            ValueKind.Single => magnitude * Math.Pow(2, -23),
            ValueKind.TimeSpan => Math.Max(1e-7, magnitude * Math.Pow(2, -52)),
            ValueKind.Decimal => Math.Max(1e-28, magnitude * Math.Pow(2, -52)),
            _ => magnitude * Math.Pow(2, -52),
        };
        return kind.IsInteger() ? 0 : Math.Max(spacing, (high / ValueKinds.MaximumExactInteger) - (low / ValueKinds.MaximumExactInteger));
    }
}
