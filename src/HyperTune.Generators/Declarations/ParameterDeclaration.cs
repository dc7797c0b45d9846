using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A property or positional parameter of a search space that is tuned, as symbols and before any check.</summary>
internal sealed class ParameterDeclaration
{
    /// <summary>The property; for a positional parameter the one that the compiler made from it, null where there is none (a class with a primary constructor).</summary>
    public required IPropertySymbol? Property { get; init; }

    /// <summary>The parameter of the primary constructor, or null for an ordinary property.</summary>
    public required IParameterSymbol? Positional { get; init; }

    /// <summary>The type as declared.</summary>
    public required ITypeSymbol Type { get; init; }

    /// <summary>The type of the values that the distribution draws: for a list that of its elements, else the type as declared.</summary>
    public required ITypeSymbol ValueType { get; init; }

    /// <summary>The value's type without its Nullable wrapper.</summary>
    public required ITypeSymbol UnderlyingType { get; init; }

    public required ValueKind Kind { get; init; }

    /// <summary>The condition under which the member exists, or null for always.</summary>
    public WhenDeclaration? When { get; init; }

    /// <summary>The ends of the range that depend on other members, of which a range has one at most.</summary>
    public ImmutableArray<BoundDeclaration> Bounds { get; init; } = [];

    /// <summary>The list attribute, or null where the member is no tuned list.</summary>
    public RepeatDeclaration? Repeat { get; init; }

    /// <summary>The kind of list that a member with a list attribute, or one that is made of several parameters, is.</summary>
    public ListKind ListKind { get; init; }

    /// <summary>The distribution attributes in source order; empty for a nested space.</summary>
    public required ImmutableArray<DistributionDeclaration> Distributions { get; init; }

    /// <summary>The distribution of a member that is made of several parameters; null for any other.</summary>
    public DistributionDeclaration? Composite => Distributions.Length > 0 && Distributions[0] is { IsComposite: true } distribution ? distribution : null;

    /// <summary>Whether the member is a search space that a config can do without: one whose type has a question mark, but for the elements of lists.</summary>
    public bool IsOptionalSpace
        => Kind == ValueKind.Space && Distributions.IsEmpty && Repeat is null && (ValueType.IsValueType ? IsNullable : ValueType.NullableAnnotation == NullableAnnotation.Annotated);

    /// <summary>The initializer of the property or the default of the positional parameter.</summary>
    public required DefaultDeclaration Default { get; init; }

    public ISymbol Symbol => (ISymbol?)Positional ?? Property!;

    /// <summary>The name of the property, which a class can write differently from the parameter that sets it.</summary>
    public string MemberName => Property?.Name ?? Symbol.Name;

    /// <summary>The stable name if one is given, else the member's own.</summary>
    public string Name
        => Distributions.Length > 0 && Distributions[0].Name is { } name ? name : AttributeReader.StableName(Positional) ?? AttributeReader.StableName(Property) ?? MemberName;

    /// <summary>The type without its Nullable wrapper, as messages write it.</summary>
    public string TypeName => UnderlyingType.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>Whether null is a value of the value's type: <c>double?</c>, <c>string?</c>, or a reference where annotations are off.</summary>
    public bool IsNullable
        => ValueType.IsValueType ? !SymbolEqualityComparer.Default.Equals(ValueType, UnderlyingType) : ValueType.NullableAnnotation != NullableAnnotation.NotAnnotated;
}
