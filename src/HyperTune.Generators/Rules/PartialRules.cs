using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Rules;

/// <summary>HT1001, HT1002: the type and the types around it must be partial.</summary>
internal static class PartialRules
{
    /// <summary>Checks a type and the types around it.</summary>
    /// <param name="type">The marked type.</param>
    /// <param name="mark">The marking attribute, as the user writes it.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, string mark, CancellationToken cancellationToken)
    {
        if (!IsPartial(type, cancellationToken))
        {
            yield return new Finding(DeclarationDescriptors.TypeMustBePartial, () => Places.Identifier(type), [type.Name, mark])
            {
                // A type with both marks answers as a search space.
                IsReported = mark == "SearchSpace" || !AttributeReader.IsSearchSpace(type),
            };
        }

        foreach (INamedTypeSymbol container in ShapeRule.SelfAndContainers(type).Skip(1))
        {
            // A container that is marked answers for itself.
            if (!IsPartial(container, cancellationToken) && !IsMarked(container))
            {
                yield return new Finding(DeclarationDescriptors.ContainerMustBePartial, () => Places.Identifier(container), [container.Name, type.Name, mark])
                {
                    IsReported = SymbolEqualityComparer.Default.Equals(FirstMarkedInside(container), type)
                        && (mark == "SearchSpace" || !AttributeReader.IsSearchSpace(type)),
                };
            }
        }
    }

    // Where parts differ, the compiler reports the one that lacks the modifier (CS0260).
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The type that reports the container, so that several marked types in one container give one error.</summary>
    private static INamedTypeSymbol? FirstMarkedInside(INamedTypeSymbol container)
        => container.GetTypeMembers()
            .OrderBy(static nested => nested.Locations.FirstOrDefault()?.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static nested => nested.Locations.FirstOrDefault()?.SourceSpan.Start)
            .Select(static nested => IsMarked(nested) ? nested : FirstMarkedInside(nested))
            .FirstOrDefault(static marked => marked is not null);

    private static bool IsMarked(INamedTypeSymbol type) => AttributeReader.IsSearchSpace(type) || AttributeReader.Find(type, "MetricsAttribute") is not null;
}
