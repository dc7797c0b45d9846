using Microsoft.CodeAnalysis;
using static HyperTune.Generators.Diagnostics.Descriptor;

namespace HyperTune.Generators.Diagnostics;

/// <summary>HT1xxx: what can be a search space and what can be a parameter.</summary>
internal static class DeclarationDescriptors
{
    public static readonly DiagnosticDescriptor TypeMustBePartial = CreateFatal(
        id: DiagnosticIds.TypeMustBePartial,
        title: "Marked type that is not partial",
        messageFormat: "'{0}' is marked with [{1}] and must be partial: the generator adds its code to the type",
        category: Categories.Declaration,
        description: "The generator writes a second part of each marked type, which the language allows for partial types only.");

    public static readonly DiagnosticDescriptor ContainerMustBePartial = CreateFatal(
        id: DiagnosticIds.ContainerMustBePartial,
        title: "Containing type that is not partial",
        messageFormat: "'{0}' contains '{1}', which is marked with [{2}], and must be partial",
        category: Categories.Declaration,
        description: "The generated part of a nested type repeats the types around it, so each of them must be partial.");

    public static readonly DiagnosticDescriptor UnsupportedDeclaration = CreateFatal(
        id: DiagnosticIds.UnsupportedDeclaration,
        title: "Type that cannot be marked",
        messageFormat: "'{0}' cannot be marked with [{1}]: {2}",
        category: Categories.Declaration,
        description: "Generated code must be able to name a marked type and to create it: it is neither static, generic, file-local nor a ref struct.");

    public static readonly DiagnosticDescriptor PropertyCannotBeSet = CreateFatal(
        id: DiagnosticIds.PropertyCannotBeSet,
        title: "Tuned member that cannot be read and set",
        messageFormat: "'{0}' cannot be tuned: {1}",
        category: Categories.Declaration,
        description: "Generated code sets every tuned property when it creates a config and reads it when it turns a config into a vector.");

    public static readonly DiagnosticDescriptor UnsupportedParameterType = CreateFatal(
        id: DiagnosticIds.UnsupportedParameterType,
        title: "Type that cannot be tuned",
        messageFormat: "'{0}' has the type '{1}', which cannot be tuned: {2}",
        category: Categories.Declaration,
        description: "Distributions draw numbers, time spans and listed constants.");

    public static readonly DiagnosticDescriptor SeveralDistributions = CreateFatal(
        id: DiagnosticIds.SeveralDistributions,
        title: "Several distributions on one parameter",
        messageFormat: "'{0}' is already drawn from [{1}]: remove [{2}], a parameter has one distribution",
        category: Categories.Declaration,
        description: "A parameter is drawn from exactly one distribution.");

    public static readonly DiagnosticDescriptor CannotBeConstructed = CreateFatal(
        id: DiagnosticIds.CannotBeConstructed,
        title: "Search space that cannot be created",
        messageFormat: "'{0}' cannot be created from its tuned members: {1}",
        category: Categories.Declaration,
        description: "Generated code creates configs with the primary constructor or the one without parameters and sets the tuned members only; all else needs a default.");

    public static readonly DiagnosticDescriptor InvalidName = CreateFatal(
        id: DiagnosticIds.InvalidName,
        title: "Invalid parameter name",
        messageFormat: "\"{0}\" cannot be the name of '{1}': a name has at least one character that is no white space, no dot and no bracket",
        category: Categories.Declaration,
        description: "Names are parts of paths such as Optimizer.Adam.Beta1 and Hidden[0].Units.");

    public static readonly DiagnosticDescriptor DuplicateName = CreateFatal(
        id: DiagnosticIds.DuplicateName,
        title: "Two parameters with one name",
        messageFormat: "'{0}' has the name \"{1}\", which '{2}' already has{3}: give each parameter a name of its own",
        category: Categories.Declaration,
        description: "Studies and files tell parameters apart by name, some of them without regard to letter case.");

    public static readonly DiagnosticDescriptor AttributeWithoutSearchSpace = Create(
        id: DiagnosticIds.AttributeWithoutSearchSpace,
        title: "Attribute without effect",
        messageFormat: "[{0}] on '{1}' has no effect: {2}",
        category: Categories.Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        description: "The attributes of HyperTune mean something on properties and positional parameters of search spaces only.");

    public static readonly DiagnosticDescriptor EmptySearchSpace = Create(
        id: DiagnosticIds.EmptySearchSpace,
        title: "Search space without parameters",
        messageFormat: "'{0}' has no tuned member, so there is nothing to search: put a distribution such as [Uniform(0, 1)] on a property",
        category: Categories.Declaration,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A search space without parameters holds a single config.");

    public static readonly DiagnosticDescriptor RecursiveSearchSpace = CreateFatal(
        id: DiagnosticIds.RecursiveSearchSpace,
        title: "Search space that contains itself",
        messageFormat: "'{0}' makes '{1}' contain itself without end: {2}",
        category: Categories.Declaration,
        description: "A search space has a fixed list of parameters, so no space can contain itself, neither directly nor through others.");
}
