using Microsoft.CodeAnalysis;
using static HyperTune.Generators.Diagnostics.Descriptor;

namespace HyperTune.Generators.Diagnostics;

/// <summary>HT3xxx: conditions, closed hierarchies, lists, constraints and metrics.</summary>
internal static class ConditionDescriptors
{
    public static readonly DiagnosticDescriptor UnknownConditionParameter = CreateFatal(
        id: DiagnosticIds.UnknownConditionParameter,
        title: "Condition on nothing",
        messageFormat: "The condition of '{0}' refers to '{1}', which {2}: name a tuned property of the same type that is neither a nested space nor a list",
        category: Categories.Condition,
        description: "Whether a parameter exists is decided by the value of another parameter of the same type.");

    public static readonly DiagnosticDescriptor CircularCondition = CreateFatal(
        id: DiagnosticIds.CircularCondition,
        title: "Condition that depends on itself",
        messageFormat: "Whether '{0}' exists depends on itself: {1}",
        category: Categories.Condition,
        description: "The conditions of a space form no circle: following them from any parameter ends at one that always exists.");

    public static readonly DiagnosticDescriptor ImpossibleConditionValue = CreateFatal(
        id: DiagnosticIds.ImpossibleConditionValue,
        title: "Condition on a value that never occurs",
        messageFormat: "The value {0} in the condition of '{1}' never occurs: {2}",
        category: Categories.Condition,
        description: "The values of a condition are values that the deciding parameter can take.");

    public static readonly DiagnosticDescriptor InvalidCondition = CreateFatal(
        id: DiagnosticIds.InvalidCondition,
        title: "Invalid condition",
        messageFormat: "The condition of '{0}' {1}",
        category: Categories.Condition,
        description: "A condition lists values of the deciding parameter or, where that is a number, gives a range of them.");

    public static readonly DiagnosticDescriptor OpenUnion = CreateFatal(
        id: DiagnosticIds.OpenUnion,
        title: "Open conditional space",
        messageFormat: "'{0}' leaves the conditional space '{1}' open: {2}",
        category: Categories.Condition,
        description: "The cases of a conditional space are all known to the compiler: sealed types nested in it.");

    public static readonly DiagnosticDescriptor EmptyUnion = CreateFatal(
        id: DiagnosticIds.EmptyUnion,
        title: "Conditional space without cases",
        messageFormat: "The abstract search space '{0}' has no cases: nest sealed types in it that derive from it",
        category: Categories.Condition,
        description: "A config of an abstract search space is one of its cases, so it needs at least one.");

    public static readonly DiagnosticDescriptor NothingToRepeat = CreateFatal(
        id: DiagnosticIds.NothingToRepeat,
        title: "List attribute that has nothing to repeat",
        messageFormat: "[Repeat] on '{0}' has nothing to repeat: {1}",
        category: Categories.Condition,
        description: "A tuned list is an ImmutableArray<T>, an IReadOnlyList<T>, an IList<T>, a List<T> or an array whose elements are search spaces or have a distribution.");

    public static readonly DiagnosticDescriptor InvalidRepeatCount = CreateFatal(
        id: DiagnosticIds.InvalidRepeatCount,
        title: "Invalid number of elements",
        messageFormat: "The {0} number of elements {1} of '{2}' must be {3}",
        category: Categories.Condition,
        description: "A list has a smallest number of elements of at least 0 and a largest from 1 to 10000.");

    public static readonly DiagnosticDescriptor InvalidConstraint = CreateFatal(
        id: DiagnosticIds.InvalidConstraint,
        title: "Constraint of the wrong shape",
        messageFormat: "'{0}' cannot be a constraint of '{1}': {2}; write static bool {0}({1} config)",
        category: Categories.Condition,
        description: "A constraint is a static method of the search space that takes a config and returns a bool.");

    public static readonly DiagnosticDescriptor ConstraintIgnoresArgument = Create(
        id: DiagnosticIds.ConstraintIgnoresArgument,
        title: "Constraint that ignores its argument",
        messageFormat: "The constraint '{0}' never reads '{1}', so it accepts all configs or none",
        category: Categories.Condition,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A constraint judges the config that it is given and nothing else.");

    public static readonly DiagnosticDescriptor MetricNotDouble = CreateFatal(
        id: DiagnosticIds.MetricNotDouble,
        title: "Metric that is no number",
        messageFormat: "The metric '{0}' has the type '{1}': a metric is a number or a TimeSpan, and never null",
        category: Categories.Condition,
        description: "Metrics are finite numbers of any numeric type, or time spans, which count in seconds.");

    public static readonly DiagnosticDescriptor ConflictingMetric = CreateFatal(
        id: DiagnosticIds.ConflictingMetric,
        title: "Contradictory metric",
        messageFormat: "'{0}' is to be minimized and maximized: keep one of the two",
        category: Categories.Condition,
        description: "An objective has one direction.");

    public static readonly DiagnosticDescriptor InvalidMetricLimit = CreateFatal(
        id: DiagnosticIds.InvalidMetricLimit,
        title: "Invalid limit of a metric",
        messageFormat: "The limit {0} of '{1}' must be {2}",
        category: Categories.Condition,
        description: "Limits are finite, and a lower limit lies below an upper one.");

    public static readonly DiagnosticDescriptor MetricNotSettable = CreateFatal(
        id: DiagnosticIds.MetricNotSettable,
        title: "Metric that cannot be set",
        messageFormat: "The {1} '{0}' cannot be set when a stored outcome is read back: give it init, or make it a positional parameter",
        category: Categories.Condition,
        description: "Outcomes are kept as numbers and made again from them. A property that is computed from others need not be set.");

    public static readonly DiagnosticDescriptor UnsupportedRecord = CreateFatal(
        id: DiagnosticIds.UnsupportedRecord,
        title: "Record of a type that cannot be kept",
        messageFormat: "The record '{0}' has the type '{1}': a record is a number, a bool, an enum, a string or a TimeSpan, each of which may be nullable",
        category: Categories.Condition,
        description: "What a study keeps beside metrics is one value that every tool can read: objects and lists are none.");

    public static readonly DiagnosticDescriptor RecordedMetric = CreateFatal(
        id: DiagnosticIds.RecordedMetric,
        title: "Record that is a metric",
        messageFormat: "'{0}' is a metric by [{1}], and every metric is kept: remove [Record]",
        category: Categories.Condition,
        description: "A record is no objective and has no limit; metrics are kept without being records.");

    public static readonly DiagnosticDescriptor NoObjective = CreateFatal(
        id: DiagnosticIds.NoObjective,
        title: "Metrics without an objective",
        messageFormat: "'{0}' has no objective: mark at least one of its metrics with [Maximize] or [Minimize]",
        category: Categories.Condition,
        description: "Limits alone do not say which of two acceptable configs is the better one.");

    public static readonly DiagnosticDescriptor ExactContinuousValue = CreateFatal(
        id: DiagnosticIds.ExactContinuousValue,
        title: "Condition on one exact value of a continuous parameter",
        messageFormat: "The condition of '{0}' asks for exactly {1}, which '{2}' as good as never is, because it is continuous: give a range with Low and High, or give '{2}' a step",
        category: Categories.Condition,
        description: "Of the values of a continuous parameter no single one is ever drawn, so that a condition on one is never met.");

    public static readonly DiagnosticDescriptor UnionNotAbstract = CreateFatal(
        id: DiagnosticIds.UnionNotAbstract,
        title: "Conditional space that is not abstract",
        messageFormat: "'{0}' has the case '{1}' and must be abstract: a config of a conditional space is always one of its cases",
        category: Categories.Condition,
        description: "A type whose nested types derive from it and have tuned members is a conditional space, and no config is of the type itself.");

    public static readonly DiagnosticDescriptor ListNotRepeated = Create(
        id: DiagnosticIds.ListNotRepeated,
        title: "List of search spaces that is not tuned",
        messageFormat: "'{0}' is a list of the search space '{1}', but is not tuned: say how many elements there are with [Repeat(minimum, maximum)]",
        category: Categories.Condition,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A property whose type is a search space is tuned as a part of its own space; a list of such only with [Repeat].");
}
