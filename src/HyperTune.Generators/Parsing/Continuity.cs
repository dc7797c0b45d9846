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
    {
        IEnumerable<ISymbol> positional = DeclarationReader.FindPrimaryConstructor(type, cancellationToken)?.Parameters.AsEnumerable<ISymbol>() ?? [];
        return positional.Concat(type.GetMembers().Where(static member => member is IPropertySymbol { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true }))
                .Any(static member => IsContinuousMember(member))
            || type.GetTypeMembers().Any(nested => AttributeReader.IsCase(nested) && HasContinuousMember(nested, cancellationToken));
    }

    private static bool IsContinuousMember(ISymbol member)
    {
        ITypeSymbol declared = member is IPropertySymbol property ? property.Type : ((IParameterSymbol)member).Type;
        return DeclarationReader.ReadDistributions(member).FirstOrDefault() is { } distribution
            && distribution.IsContinuous(ValueKinds.Of(DeclarationReader.WithoutNullable(ListKinds.Of(declared).Element)));
    }
}
