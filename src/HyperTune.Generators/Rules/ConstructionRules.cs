using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1007: generated code must be able to create a config from the tuned members alone.</summary>
internal static class ConstructionRules
{
    public static IEnumerable<Finding> Check(SpaceDeclaration space, CancellationToken cancellationToken)
    {
        if (space.Type.IsAbstract)
        {
            // Only its cases are created.
            yield break;
        }

        if (space.Constructor is not { } constructor)
        {
            yield return Report(space, space.Type, "it needs a primary constructor or one without parameters");
            yield break;
        }

        if (AttributeReader.IsCase(space.Type) && !CaseAccess.IsVisible(constructor))
        {
            yield return Report(space, space.Type, "the conditional space around a case does not see a private constructor; make it public or internal");
            yield break;
        }

        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!parameter.HasExplicitDefaultValue && !parameter.IsParams && !IsTuned(space, parameter))
            {
                yield return Report(space, parameter, $"its parameter '{parameter.Name}' has neither a distribution nor a default value") with
                {
                    // One without a name is still being typed.
                    IsReported = parameter.Name.Length > 0,
                };
            }
        }

        if (HasAttribute(constructor, "SetsRequiredMembersAttribute"))
        {
            yield break;
        }

        foreach (ISymbol member in RequiredMembers(space.Type))
        {
            if (!IsTuned(space, member))
            {
                bool isOwn = SymbolEqualityComparer.Default.Equals(member.ContainingType, space.Type);
                yield return Report(space, isOwn ? member : space.Type, $"its required member '{member.Name}' has no distribution; tune it, or give it an initializer instead");
            }
        }
    }

    private static bool IsTuned(SpaceDeclaration space, ISymbol member)
        => space.Parameters.Concat(space.Inherited).Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Positional, member)
                || SymbolEqualityComparer.Default.Equals(parameter.Property, member))
            || (member is IParameterSymbol argument && space.Inherited.Any(parameter => parameter.MemberName == argument.Name));

    private static IEnumerable<ISymbol> RequiredMembers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    yield return member;
                }
            }
        }
    }

    private static bool HasAttribute(ISymbol symbol, string name)
        => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == name);

    private static Finding Report(SpaceDeclaration space, ISymbol place, string reason)
        => new(DeclarationDescriptors.CannotBeConstructed, () => Places.Identifier(place), [space.Type.Name, reason]);
}
