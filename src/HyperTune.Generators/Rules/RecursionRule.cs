using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1012: no space may contain itself, directly or through others.</summary>
internal static class RecursionRule
{
    public static Finding? Find(SpaceDeclaration space, CancellationToken cancellationToken)
    {
        if (FindWayBack(space.Type, cancellationToken) is not { } way)
        {
            return null;
        }

        ISymbol member = way[0].Member;
        string path = string.Join(" -> ", way.Select(static step => NameOf(step.Member.ContainingType)).Append(space.Type.Name));
        return new Finding(DeclarationDescriptors.RecursiveSearchSpace, () => Places.Identifier(member), [member.Name, space.Type.Name, path])
        {
            // One circle is one mistake, reported where it begins in the source; one of structs alone is the compiler's to report (CS0523).
            IsReported = way.All(step => ComparePlaces(space.Type, step.Space) <= 0) && !way.All(static step => step.Space.IsValueType),
        };
    }

    /// <summary>The shortest way through nested spaces from a type back to itself.</summary>
    private static ImmutableList<NestedSpace>? FindWayBack(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<(INamedTypeSymbol Space, ImmutableList<NestedSpace> Way)>();
        open.Enqueue((type, []));
        while (open.Count > 0)
        {
            (INamedTypeSymbol current, ImmutableList<NestedSpace> way) = open.Dequeue();
            foreach (NestedSpace nested in NestedSpace.In(current, cancellationToken))
            {
                if (SymbolEqualityComparer.Default.Equals(nested.Space, type))
                {
                    return way.Add(nested);
                }

                if (seen.Add(nested.Space))
                {
                    open.Enqueue((nested.Space, way.Add(nested)));
                }
            }
        }

        return null;
    }

    private static string NameOf(INamedTypeSymbol type) => AttributeReader.IsCase(type) ? $"{type.ContainingType.Name}.{type.Name}" : type.Name;

    private static int ComparePlaces(INamedTypeSymbol left, INamedTypeSymbol right)
    {
        Location leftPlace = Places.Identifier(left);
        Location rightPlace = Places.Identifier(right);
        int byFile = string.CompareOrdinal(leftPlace.SourceTree?.FilePath, rightPlace.SourceTree?.FilePath);
        return byFile != 0 ? byFile : leftPlace.SourceSpan.Start.CompareTo(rightPlace.SourceSpan.Start);
    }
}
