using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1003, HT3005, HT3006, HT3016: a conditional space is an abstract type and its cases, sealed types nested in it, and nothing else.</summary>
internal static class UnionRules
{
    public static IEnumerable<Finding> Check(SpaceDeclaration space)
    {
        if (!space.Type.IsAbstract)
        {
            yield break;
        }

        if (space.Cases.IsEmpty)
        {
            yield return new Finding(ConditionDescriptors.EmptyUnion, () => Places.Identifier(space.Type), [space.Type.Name]);
        }

        foreach (SpaceDeclaration inner in space.Cases)
        {
            INamedTypeSymbol type = inner.Type;
            if (Reason(type) is { } reason)
            {
                yield return new Finding(
                    DeclarationDescriptors.UnsupportedDeclaration,
                    () => Places.Identifier(type),
                    [type.Name, "SearchSpace", reason])
                {
                    // A case with a mark of its own is reported as the space that it wants to be.
                    IsReported = !AttributeReader.IsSearchSpace(type),
                };
            }
            else if (type is { IsSealed: false, IsAbstract: false })
            {
                yield return new Finding(
                    ConditionDescriptors.OpenUnion,
                    () => Places.Identifier(type),
                    [type.Name, space.Type.Name, "others can derive from it; seal it, or make it abstract and give it cases of its own"],
                    FixData.Offer(DiagnosticProperties.Seal));
            }
        }
    }

    /// <summary>HT3016: a space whose nested types derive from it and have tuned members is meant to be a conditional one.</summary>
    public static Finding? FindConcrete(INamedTypeSymbol type)
        => AttributeReader.IsSearchSpace(type) && type is { IsAbstract: false, IsSealed: false, IsStatic: false, TypeKind: TypeKind.Class } && FirstCase(type) is { } inner
            ? new Finding(
                ConditionDescriptors.UnionNotAbstract,
                () => Places.Identifier(type),
                [type.Name, inner.Name],
                FixData.Offer(DiagnosticProperties.MakeAbstract))
            : null;

    private static INamedTypeSymbol? FirstCase(INamedTypeSymbol type) => type.GetTypeMembers().FirstOrDefault(nested
        => SymbolEqualityComparer.Default.Equals(nested.BaseType, type)
            && !AttributeReader.IsSearchSpace(nested)
            && AttributeCarriers.In(nested).Any(static member => member.GetAttributes().Any(AttributeReader.IsTuning)));

    /// <summary>A type that derives from a conditional space, or from one of its cases, without being a case itself.</summary>
    public static Finding? FindOutside(INamedTypeSymbol type)
    {
        if (type.BaseType is not { IsAbstract: true } union || AttributeReader.IsSearchSpace(type) || !IsUnion(union) || AttributeReader.IsCase(type))
        {
            return null;
        }

        return new Finding(
            ConditionDescriptors.OpenUnion,
            () => Places.Identifier(type),
            [type.Name, union.Name, $"no config is ever of this type; move it into '{union.Name}', next to the other cases"]);
    }

    // Where there is no case at all, that is reported, and this type is likely the first.
    private static bool IsUnion(INamedTypeSymbol type)
        => (AttributeReader.IsSearchSpace(type) || AttributeReader.IsCase(type)) && type.GetTypeMembers().Any(AttributeReader.IsCase);

    private static string? Reason(INamedTypeSymbol type)
        => AttributeReader.IsSearchSpace(type) ? "it is a case"
            : type.TypeParameters.IsEmpty ? null
            : "a generic type is many types, but one case; give it no type parameters";
}
