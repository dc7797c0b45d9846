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
        foreach (ConfigMember member in ConfigMember.In(type, cancellationToken))
        {
            // A tuned list contains the space of its elements.
            if (member.IsPart && SpaceOf(member.List.ValueType) is { } space && !member.IsView(cancellationToken))
            {
                yield return new NestedSpace((ISymbol?)member.Property ?? member.Symbol, space);
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

    private static INamedTypeSymbol? SpaceOf(ITypeSymbol type)
    {
        ITypeSymbol underlying = DeclarationReader.WithoutNullable(type);
        return ValueKinds.Of(underlying) == ValueKind.Space ? (INamedTypeSymbol)underlying.OriginalDefinition : null;
    }
}
