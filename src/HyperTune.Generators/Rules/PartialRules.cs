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
                yield return ContainerFinding(container, type, mark) with { IsReported = false };
            }
        }
    }

    /// <summary>
    /// A type that is no search space and no set of metrics itself, but contains one. Reported where it is declared: an editor that looks at one declaration
    /// at a time would not show what another reports about it.
    /// </summary>
    public static Finding? FindContainer(INamedTypeSymbol type, CancellationToken cancellationToken)
        => !type.GetTypeMembers().IsEmpty
            && !IsMarked(type)
            && !IsPartial(type, cancellationToken)
            && FirstMarkedInside(type) is { } marked
                ? ContainerFinding(type, marked, AttributeReader.IsSearchSpace(marked) ? "SearchSpace" : "Metrics")
                : null;

    private static Finding ContainerFinding(INamedTypeSymbol container, INamedTypeSymbol type, string mark)
        => new(DeclarationDescriptors.ContainerMustBePartial, () => Places.Identifier(container), [container.Name, type.Name, mark]);

    // Where parts differ, the compiler reports the one that lacks the modifier (CS0260).
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The first marked type for which being partial is what the container lacks; several in one container give one error.</summary>
    private static INamedTypeSymbol? FirstMarkedInside(INamedTypeSymbol container)
        => container.GetTypeMembers()
            .OrderBy(static nested => nested.Locations.FirstOrDefault()?.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static nested => nested.Locations.FirstOrDefault()?.SourceSpan.Start)
            .Select(static nested => IsMarked(nested) && CanBeMarked(nested) ? nested : FirstMarkedInside(nested))
            .FirstOrDefault(static marked => marked is not null);

    private static bool CanBeMarked(INamedTypeSymbol type)
        => !type.IsStatic && !AttributeReader.IsCase(type) && ShapeRule.FindUnnameable(type) is null && ShapeRule.FindBaseSpace(type) is null;

    private static bool IsMarked(INamedTypeSymbol type) => AttributeReader.IsSearchSpace(type) || AttributeReader.Find(type, "MetricsAttribute") is not null;
}
