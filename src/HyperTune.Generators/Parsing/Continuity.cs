using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>Which parameters are continuous, so that a gradient makes sense. Valid declarations and those with errors get the same answer.</summary>
internal static class Continuity
{
    public static bool IsContinuous(ParameterDeclaration parameter, CancellationToken cancellationToken)
        => parameter.Kind == ValueKind.Space && parameter.Distributions.IsEmpty
            ? parameter.UnderlyingType is INamedTypeSymbol space && HasContinuous(space, cancellationToken)
            : parameter.Distributions.Length > 0 && parameter.Distributions[0].IsContinuous(parameter.Kind);

    /// <summary>Whether a space, its cases or a space nested in it has a continuous parameter.</summary>
    public static bool HasContinuous(INamedTypeSymbol space, CancellationToken cancellationToken)
        => HasContinuous(space, new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default), cancellationToken);

    private static bool HasContinuous(INamedTypeSymbol space, HashSet<INamedTypeSymbol> seen, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!seen.Add(space))
        {
            return false;
        }

        // In a referenced assembly the gradient has been written already, or it has not.
        if (space.DeclaringSyntaxReferences.IsEmpty)
        {
            return space.GetTypeMembers().Any(static member => DescriptorNames.IsGradient(member));
        }

        return HasContinuousMember(space, cancellationToken)
            || NestedSpace.In(space, cancellationToken).Any(nested => HasContinuous(nested.Space, seen, cancellationToken));
    }

    private static bool HasContinuousMember(INamedTypeSymbol type, CancellationToken cancellationToken)
        => ConfigMember.In(type, cancellationToken).Any(static member => IsContinuous(member))
            || type.GetTypeMembers().Any(nested => AttributeReader.IsCase(nested) && HasContinuousMember(nested, cancellationToken));

    // Also for a list that lacks [Repeat], so that this mistake does not take the gradient away.
    private static bool IsContinuous(ConfigMember member)
        => member is { IsPart: true, Distributions: { IsEmpty: false } distributions }
            && distributions[0].IsContinuous(ValueKinds.Of(DeclarationReader.WithoutNullable(ListKinds.Of(member.Type).Element)));
}
