using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A member through which one search space contains another.</summary>
internal readonly record struct NestedSpace(ISymbol Member, INamedTypeSymbol Space)
{
    /// <summary>The spaces directly inside a type or one of its cases.</summary>
    public static IEnumerable<NestedSpace> In(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, ExplicitInterfaceImplementations.IsEmpty: true }
                && !DeclarationReader.IsView(property, cancellationToken)
                && SpaceOf(ElementType(property, type, cancellationToken)) is { } space)
            {
                yield return new NestedSpace(property, space);
            }
        }

        foreach (INamedTypeSymbol inner in type.GetTypeMembers())
        {
            if (AttributeReader.IsCase(inner))
            {
                foreach (NestedSpace nested in In(inner, cancellationToken))
                {
                    yield return nested;
                }
            }
        }
    }

    // A tuned list contains the space of its elements.
    private static ITypeSymbol ElementType(IPropertySymbol property, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        (ListKind kind, ITypeSymbol element) = ListKinds.Of(property.Type);
        if (kind == ListKind.None)
        {
            return property.Type;
        }

        IParameterSymbol? positional = DeclarationReader.FindPrimaryConstructor(type, cancellationToken)?.Parameters.FirstOrDefault(parameter => parameter.Name == property.Name);
        return RepeatDeclaration.Find(property) is null && RepeatDeclaration.Find(positional) is null ? property.Type : element;
    }

    private static INamedTypeSymbol? SpaceOf(ITypeSymbol type)
    {
        ITypeSymbol underlying = DeclarationReader.WithoutNullable(type);
        return ValueKinds.Of(underlying) == ValueKind.Space ? (INamedTypeSymbol)underlying.OriginalDefinition : null;
    }
}
