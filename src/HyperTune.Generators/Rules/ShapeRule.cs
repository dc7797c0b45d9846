using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1003: a search space is a type that generated code can name and create.</summary>
internal static class ShapeRule
{
    public static Finding? Find(SpaceDeclaration space)
    {
        INamedTypeSymbol type = space.Type;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            // The attribute's own targets exclude interfaces, enums and delegates.
            return Report("it is neither a class nor a struct; use a partial class, record, struct or record struct") with { IsReported = false };
        }

        return Reason(type) is { } reason ? Report(reason) : null;

        Finding Report(string text) => new(
            DeclarationDescriptors.UnsupportedDeclaration,
            () => Places.Identifier(type),
            [type.Name, "SearchSpace", text]);
    }

    /// <summary>The type and the types around it, from the inside out.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContainers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    /// <summary>The nearest base type that is a search space itself.</summary>
    public static INamedTypeSymbol? FindBaseSpace(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (AttributeReader.IsSearchSpace(current))
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Why generated code cannot name a type; null where it can.</summary>
    public static string? FindUnnameable(INamedTypeSymbol type)
    {
        if (type.IsRefLikeType)
        {
            return "a ref struct cannot be stored in a trial; leave out ref";
        }

        if (!type.TypeParameters.IsEmpty)
        {
            return "a generic type is many types, but has one descriptor; mark a type without type parameters";
        }

        return SelfAndContainers(type).Any(static current => current.IsFileLocal)
            ? "generated code lies in another file and cannot see a file-local type; make it internal"
            : null;
    }

    private static string? Reason(INamedTypeSymbol type)
    {
        if (type.IsStatic)
        {
            return "a static class has no instances; leave out static";
        }

        if (FindUnnameable(type) is { } unnameable)
        {
            return unnameable;
        }

        if (AttributeReader.IsCase(type))
        {
            return $"it is a case of '{type.BaseType?.Name}', which tunes it; remove the mark";
        }

        return FindBaseSpace(type) is { } baseSpace
            ? $"it derives from the search space '{baseSpace.Name}', whose parameters it would not tune; give it a property of that type instead"
            : null;
    }
}
