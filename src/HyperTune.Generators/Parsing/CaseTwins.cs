using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>
/// Which types and namespaces have a neighbour whose name differs in letter case only. Neighbours are looked through once for all of them: once for each
/// would take longer than everything else in a project of a thousand types.
/// </summary>
internal static class CaseTwins
{
    // The names belong to the container, and end with it and its compilation.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Types = new();
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Namespaces = new();

    /// <summary>Whether a type, a type around it or a namespace around it has one.</summary>
    public static bool AreAround(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            INamespaceOrTypeSymbol container = current.ContainingType is { } outer ? outer : current.ContainingNamespace;
            if (Types.GetValue(container, static container => Find(container.GetTypeMembers())).Contains(current.Name))
            {
                return true;
            }
        }

        for (INamespaceSymbol current = type.ContainingNamespace; !current.IsGlobalNamespace; current = current.ContainingNamespace)
        {
            if (Namespaces.GetValue(current.ContainingNamespace, static container => Find(((INamespaceSymbol)container).GetNamespaceMembers())).Contains(current.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> Find(IEnumerable<ISymbol> neighbours)
    {
        IEnumerable<string> twins = neighbours.Select(static neighbour => neighbour.Name).Distinct(StringComparer.Ordinal)
            .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Skip(1).Any())
            .SelectMany(static group => group);
        return new HashSet<string>(twins, StringComparer.Ordinal);
    }
}
