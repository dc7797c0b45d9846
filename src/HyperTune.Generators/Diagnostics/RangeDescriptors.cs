using Microsoft.CodeAnalysis;
using static HyperTune.Generators.Diagnostics.Descriptor;

namespace HyperTune.Generators.Diagnostics;

/// <summary>HT2xxx: ranges, steps, listed values and defaults.</summary>
internal static class RangeDescriptors
{
    public static readonly DiagnosticDescriptor LowNotBelowHigh = CreateFatal(
        id: DiagnosticIds.LowNotBelowHigh,
        title: "Low bound not below the high bound",
        messageFormat: "The low bound {0} of '{1}' must be below its high bound {2}{3}",
        category: Categories.Range,
        description: "A range holds more than one value, the smallest first.");

    public static readonly DiagnosticDescriptor LogBoundNotPositive = CreateFatal(
        id: DiagnosticIds.LogBoundNotPositive,
        title: "Logarithmic range that reaches zero",
        messageFormat: "The low bound {0} of '{1}' must be {2}: [{3}] works on the logarithm of the value",
        category: Categories.Range,
        description: "Zero and negative numbers have no logarithm.");

    public static readonly DiagnosticDescriptor BoundNotFinite = CreateFatal(
        id: DiagnosticIds.BoundNotFinite,
        title: "Number that is not finite",
        messageFormat: "The {0} of '{1}' is {2}: it must be a finite number",
        category: Categories.Range,
        description: "Neither infinity nor NaN can be the end of a range, a mean or a listed value.");

    public static readonly DiagnosticDescriptor InvalidStep = CreateFatal(
        id: DiagnosticIds.InvalidStep,
        title: "Invalid step",
        messageFormat: "The step {0} of '{1}' must be {2}",
        category: Categories.Range,
        description: "A step is a finite number above zero, and large enough to tell neighbouring values apart.");

    public static readonly DiagnosticDescriptor StepDoesNotDivide = CreateFatal(
        id: DiagnosticIds.StepDoesNotDivide,
        title: "Step that does not divide the range",
        messageFormat: "The step {0} of '{1}' does not divide the range from {2} to {3}: {4}",
        category: Categories.Range,
        description: "Both ends of a range are values of the parameter, so a whole number of steps must lead from the low to the high bound.");

    public static readonly DiagnosticDescriptor NoChoices = CreateFatal(
        id: DiagnosticIds.NoChoices,
        title: "No values to choose from",
        messageFormat: "[{0}] on '{1}' has no values to choose from: {2}",
        category: Categories.Range,
        description: "Only [Choice] on a bool or an enum knows its values by itself; everywhere else they are listed.");

    public static readonly DiagnosticDescriptor DuplicateChoice = CreateFatal(
        id: DiagnosticIds.DuplicateChoice,
        title: "Value listed twice",
        messageFormat: "The value {0} is listed twice for '{1}': the values must be different",
        category: Categories.Range,
        description: "Each listed value is equally likely; a value listed twice would have no unique place in the list.");

    public static readonly DiagnosticDescriptor ChoiceOfWrongType = CreateFatal(
        id: DiagnosticIds.ChoiceOfWrongType,
        title: "Listed value of the wrong type",
        messageFormat: "The value {0} cannot be a value of '{1}': it must be {2}",
        category: Categories.Range,
        description: "Listed values are constants of the property's type.");

    public static readonly DiagnosticDescriptor FractionalBound = CreateFatal(
        id: DiagnosticIds.FractionalBound,
        title: "Fraction on an integer",
        messageFormat: "The {0} {1} of '{2}' must be a whole number, because '{2}' has the type {3}",
        category: Categories.Range,
        description: "The bounds and the step of an integer parameter are whole numbers.");

    public static readonly DiagnosticDescriptor BoundOutsideType = CreateFatal(
        id: DiagnosticIds.BoundOutsideType,
        title: "Number outside the type's range",
        messageFormat: "The {0} {1} of '{2}' is outside the values that can be tuned for {3}: {4} to {5}",
        category: Categories.Range,
        description: "Every value that can be drawn must fit into the property's type; integers must also be exact as a double, up to 2^53.");

    public static readonly DiagnosticDescriptor DefaultOutsideRange = CreateFatal(
        id: DiagnosticIds.DefaultOutsideRange,
        title: "Default outside the range",
        messageFormat: "The default {0} of '{1}' {2}",
        category: Categories.Range,
        description: "The initializer of a tuned member is the default point of the search space, so it is one of the values that can be drawn.");

    public static readonly DiagnosticDescriptor InvalidStandardDeviation = CreateFatal(
        id: DiagnosticIds.InvalidStandardDeviation,
        title: "Invalid standard deviation",
        messageFormat: "The standard deviation {0} of '{1}' must be a finite number above 0",
        category: Categories.Range,
        description: "A normal distribution has a finite, positive standard deviation.");

    public static readonly DiagnosticDescriptor UnboundedInteger = CreateFatal(
        id: DiagnosticIds.UnboundedInteger,
        title: "Integer without limits",
        messageFormat: "[{0}] on '{1}' of the type {2} needs both limits: {3} must be a finite number",
        category: Categories.Range,
        description: "An integer with a normal distribution needs a low and a high limit, so that its values can be counted and fit into the type.");

    public static readonly DiagnosticDescriptor DistributionNotForType = CreateFatal(
        id: DiagnosticIds.DistributionNotForType,
        title: "Distribution not for the type",
        messageFormat: "[{0}] cannot draw '{1}' of the type '{2}': {3}",
        category: Categories.Range,
        description: "Ranges are for numbers and time spans, lists for everything else as well; subsets are of flags, orders of ints or of an enum, shares are doubles.");

    public static readonly DiagnosticDescriptor ImprobableInterval = CreateFatal(
        id: DiagnosticIds.ImprobableInterval,
        title: "Interval that nothing is drawn from",
        messageFormat: "The interval from {0} to {1} of '{2}' has practically no probability: {3}",
        category: Categories.Range,
        description: "A truncated normal distribution needs an interval into which an untruncated draw can fall.");

    public static readonly DiagnosticDescriptor WideUniformRange = Create(
        id: DiagnosticIds.WideUniformRange,
        title: "Uniform range over three decades",
        messageFormat: "The uniform range from {0} to {1} of '{2}' spans {3} powers of ten, and nine of ten draws fall into the last one: use [LogUniform] to try all magnitudes alike",
        category: Categories.Range,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A positive range over three powers of ten or more is usually meant on a logarithmic scale.");

    public static readonly DiagnosticDescriptor UnnamedEnumValue = Create(
        id: DiagnosticIds.UnnamedEnumValue,
        title: "Listed value that is no member of its enum",
        messageFormat: "The value {0} of '{1}' is no member of the enum '{2}'",
        category: Categories.Range,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An enum's values have names. A number without one is written as a number in studies and files, and code that looks at the value does not expect it.");

    public static readonly DiagnosticDescriptor InvalidSize = CreateFatal(
        id: DiagnosticIds.InvalidSize,
        title: "Invalid size of a subset, an order or shares",
        messageFormat: "[{0}] on '{1}' {2}",
        category: Categories.Range,
        description: "An order and shares have 2 to 1000 items, an order of an enum all its members, and of a subset at most half the members can be asked for.");
}
