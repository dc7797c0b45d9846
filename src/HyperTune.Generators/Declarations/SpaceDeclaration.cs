using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A type marked as a search space, or a case of one, as symbols and before any check. It never enters the generator's pipeline.</summary>
internal sealed class SpaceDeclaration
{
    public required INamedTypeSymbol Type { get; init; }

    /// <summary>The marking attribute; for a case, that of the conditional space it belongs to.</summary>
    public required AttributeData Marker { get; init; }

    /// <summary>The tuned members: positional parameters first, then properties, each in source order.</summary>
    public required ImmutableArray<ParameterDeclaration> Parameters { get; init; }

    /// <summary>The constructor that generated code calls: the primary one, else the one without parameters; null where there is neither.</summary>
    public required IMethodSymbol? Constructor { get; init; }

    /// <summary>The constraints that the type declares.</summary>
    public ImmutableArray<ConstraintDeclaration> Constraints { get; init; } = [];

    /// <summary>The cases of a conditional space: the types nested in this one that derive from it. Empty for any other space.</summary>
    public ImmutableArray<SpaceDeclaration> Cases { get; init; } = [];

    /// <summary>For a case, the tuned members that it inherits from the abstract types around it, outermost first.</summary>
    public ImmutableArray<ParameterDeclaration> Inherited { get; init; } = [];

    /// <summary>The stable name of a case: the given one, else the type's own.</summary>
    public string Name => AttributeReader.StableName(Type) ?? Type.Name;

    /// <summary>Whether the type is a conditional space: a config is one of its cases.</summary>
    public bool IsUnion => Type.IsAbstract && !Cases.IsEmpty;
}
