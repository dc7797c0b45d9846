using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>
/// Reads the runtime's attributes. An argument that does not bind comes out as missing: the compiler has already said what is wrong with it.
/// </summary>
internal static class AttributeReader
{
    public static bool IsSearchSpace(ITypeSymbol type) => FindSearchSpace(type) is not null;

    /// <summary>Whether a type is a case of a conditional space: nested in an abstract space, or in such a case of one, and derived from it.</summary>
    public static bool IsCase(INamedTypeSymbol type)
        => type.ContainingType is { IsAbstract: true } container
            && SymbolEqualityComparer.Default.Equals(type.BaseType, container)
            && (IsSearchSpace(container) || IsCase(container));

    public static AttributeData? FindSearchSpace(ITypeSymbol type)
        => type.GetAttributes().FirstOrDefault(static attribute => IsRuntime(attribute, "SearchSpaceAttribute"));

    /// <summary>The runtime's attribute of the given name on a symbol, or null where there is none.</summary>
    public static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (IsRuntime(attribute, name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The stable name on a nested space, a list or a case, or null where none is given.</summary>
    public static string? StableName(ISymbol? symbol)
        => symbol is not null
            && Find(symbol, "StableNameAttribute") is { ConstructorArguments.Length: 1 } attribute
            && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string name }
                ? name
                : null;

    /// <summary>Whether the attribute says something about a member of an outcome: a metric or a record.</summary>
    public static bool IsMetric(AttributeData attribute)
        => attribute.AttributeClass is { MetadataName: "MaximizeAttribute" or "MinimizeAttribute" or "AtMostAttribute" or "AtLeastAttribute" or "RecordAttribute" } type
            && IsInRuntimeNamespace(type);

    /// <summary>Whether the attribute means something on members of search spaces only.</summary>
    public static bool IsTuning(AttributeData attribute)
        => KindOf(attribute) is not null
            || (attribute.AttributeClass is { MetadataName: "WhenAttribute" or "RepeatAttribute" or "StableNameAttribute" or "ConstraintAttribute" } type
                && IsInRuntimeNamespace(type));

    /// <summary>The attribute's name as the user writes it.</summary>
    public static string DisplayName(AttributeData attribute)
    {
        const string suffix = "Attribute";
        string name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith(suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }

    /// <summary>Whether the attribute is the runtime's own of the given name.</summary>
    public static bool IsRuntime(AttributeData attribute, string name)
        => attribute.AttributeClass is { } type && type.MetadataName == name && IsInRuntimeNamespace(type);

    /// <summary>The distribution that an attribute stands for, or null when it is none of the runtime's.</summary>
    public static DistributionKind? KindOf(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return null;
        }

        DistributionKind? kind = type.MetadataName switch
        {
            "UniformAttribute" => DistributionKind.Uniform,
            "LogUniformAttribute" => DistributionKind.LogUniform,
            "NormalAttribute" => DistributionKind.Normal,
            "LogNormalAttribute" => DistributionKind.LogNormal,
            "ChoiceAttribute" => DistributionKind.Choice,
            "OrdinalAttribute" => DistributionKind.Ordinal,
            _ => null,
        };
        return kind is not null && IsInRuntimeNamespace(type) ? kind : null;
    }

    /// <summary>The number of a positional argument, or null where it is missing or no number.</summary>
    public static double? Number(AttributeData attribute, int position)
        => position < attribute.ConstructorArguments.Length ? Number(attribute.ConstructorArguments[position]) : null;

    /// <summary>The number of a named argument, or null where it is missing or no number.</summary>
    public static double? Number(AttributeData attribute, string name) => Named(attribute, name) is { } constant ? Number(constant) : null;

    /// <summary>The text of a named argument, or null where it is missing or null.</summary>
    public static string? Text(AttributeData attribute, string name)
        => Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>The values of a params array, or the default array where the argument is missing or unreadable.</summary>
    public static ImmutableArray<TypedConstant> Values(AttributeData attribute, int position)
    {
        if (position >= attribute.ConstructorArguments.Length)
        {
            return default;
        }

        TypedConstant argument = attribute.ConstructorArguments[position];
        return argument switch
        {
            { Kind: TypedConstantKind.Array, IsNull: false } => argument.Values,
            // [Choice(null)] passes no array at all; it means the one value null.
            { Kind: TypedConstantKind.Array, IsNull: true } => ImmutableArray.Create(argument),
            _ => default,
        };
    }

    private static TypedConstant? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static double? Number(TypedConstant constant)
        => constant is { Kind: TypedConstantKind.Primitive, Value: double value } ? value : null;

    private static bool IsInRuntimeNamespace(INamedTypeSymbol type)
        => type is { ContainingType: null, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };
}
