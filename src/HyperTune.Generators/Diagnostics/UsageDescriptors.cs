using Microsoft.CodeAnalysis;
using static HyperTune.Generators.Diagnostics.Descriptor;

namespace HyperTune.Generators.Diagnostics;

/// <summary>HT4xxx: the use of the runtime, strategy against space.</summary>
internal static class UsageDescriptors
{
    public static readonly DiagnosticDescriptor GridWithoutResolution = Create(
        id: DiagnosticIds.GridWithoutResolution,
        title: "Grid over a continuous parameter",
        messageFormat: "A grid over '{0}' needs a number of points, because '{1}' is continuous: write Strategy.Grid(pointsPerContinuousAxis), or give the parameter a step",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Error,
        description: "A continuous parameter has no first and next value, so a grid must be told how many points to put on it.");

    public static readonly DiagnosticDescriptor HugeGrid = Create(
        id: DiagnosticIds.HugeGrid,
        title: "Huge grid",
        messageFormat: "The grid over '{0}' has {1} points: larger steps, fewer points, or another strategy will come to an end sooner",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A grid of a million points or more is rarely tried to its end.");

    public static readonly DiagnosticDescriptor ParameterNeverRead = Create(
        id: DiagnosticIds.ParameterNeverRead,
        title: "Tuned parameter that the objective never reads",
        messageFormat: "The objective never reads {0} of '{1}', so the study tunes what has no effect",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The objective does not use the parameter, or takes the config as a type that does not show it. Each parameter without effect makes the search space larger and the search longer.");

    public static readonly DiagnosticDescriptor SwitchMissesCase = Create(
        id: DiagnosticIds.SwitchMissesCase,
        title: "Switch that misses a case",
        messageFormat: "The switch over the conditional space '{0}' misses {1}",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "All cases of a conditional space are known, so a switch over them can be complete without a default arm; one that only throws hides what is missing.");

    public static readonly DiagnosticDescriptor ScoreTheWrongWay = Create(
        id: DiagnosticIds.ScoreTheWrongWay,
        title: "Score taken the wrong way",
        messageFormat: "{0} values of '{1}' are better, but {2}",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The method is marked with the direction in which its result is better. A study or a metric of the other direction looks for the worst config.");

    public static readonly DiagnosticDescriptor ParameterOfAnotherSpace = Create(
        id: DiagnosticIds.ParameterOfAnotherSpace,
        title: "Parameter of another search space",
        messageFormat: "'{0}' is a parameter of the search space '{1}', and not of '{2}': name that of '{2}'",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Error,
        description: "A study, a strategy or a narrowed space knows the parameters of its own type only, even where another type has one of the same name.");

    public static readonly DiagnosticDescriptor NothingToDifferentiate = Create(
        id: DiagnosticIds.NothingToDifferentiate,
        title: "Gradient strategy without a continuous parameter",
        messageFormat: "Strategy.Gradient goes along derivatives, and '{0}' has no continuous parameter to differentiate by: use another strategy, such as Strategy.Auto()",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Error,
        description: "Whole numbers, steps, listed values and orders have no derivative, so a search space of nothing else gives the strategy nothing to follow.");

    public static readonly DiagnosticDescriptor GridOverContinuous = Create(
        id: DiagnosticIds.GridOverContinuous,
        title: "Values of a continuous parameter by grid",
        messageFormat: "'{0}' of '{1}' is continuous, so it needs a number of points to be tried by grid: write Strategy.GridOver(parameters, pointsPerContinuousAxis, otherwise), or give the parameter a step",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Error,
        description: "A continuous parameter has no first and next value, so a strategy that tries one after the other must be told how many points to put on it.");

    public static readonly DiagnosticDescriptor StrategyArgument = Create(
        id: DiagnosticIds.StrategyArgument,
        title: "Strategy setting out of its range",
        messageFormat: "The {0} of Strategy.{1} is {2}, and has to be {3}",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Error,
        description: "A strategy with such a setting cannot be created: the call throws when it is reached.");

    public static readonly DiagnosticDescriptor BindingBound = Create(
        id: DiagnosticIds.BindingBound,
        title: "Bound at which the best trials lie",
        messageFormat: "Study '{0}': {1}",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The best trials of a study lie at an end of the parameter's range, so that better ones may lie beyond it.");

    public static readonly DiagnosticDescriptor UnimportantParameter = Create(
        id: DiagnosticIds.UnimportantParameter,
        title: "Parameter that explains next to nothing",
        messageFormat: "Study '{0}': {1}",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A parameter without effect makes the search space larger and the search longer; with a fixed value it does neither.");

    public static readonly DiagnosticDescriptor BetterDefault = Create(
        id: DiagnosticIds.BetterDefault,
        title: "Initializers that are worse than the best config",
        messageFormat: "Study '{0}': {1}",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The default config is where people and strategies begin, so the best values that a study found are better initializers.");

    public static readonly DiagnosticDescriptor StaleStudy = Create(
        id: DiagnosticIds.StaleStudy,
        title: "Study of an earlier search space",
        messageFormat: "Study '{0}' searched '{1}' before its search space was changed: run it again for hints about the one of now",
        category: Categories.Usage,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The hints of a study hold for the search space that it searched, which the type no longer declares.");
}
