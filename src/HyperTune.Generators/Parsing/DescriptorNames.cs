using System;
using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Parsing;

/// <summary>The names of what is generated into a marked type, chosen around what the user has there.</summary>
internal static class DescriptorNames
{
    public const string SpaceProperty = "Space";

    private const string DescriptorClass = "SpaceDescriptor";

    private const string GradientRecord = "Gradient";

    /// <summary>The descriptor class of a marked type, in this project or in a referenced one.</summary>
    public static string DescriptorOf(INamedTypeSymbol type) => NameOf(type, DescriptorClass, static member => IsDescriptor(member));

    /// <summary>The gradient record of a marked type that has one, in this project or in a referenced one.</summary>
    public static string GradientOf(INamedTypeSymbol type) => NameOf(type, GradientRecord, static member => IsGradient(member));

    public static bool IsGradient(INamedTypeSymbol type)
        => type.Interfaces.Any(static implemented => IsRuntime(implemented, "IGradient`1"));

    public static bool HasOwnSpaceMember(INamedTypeSymbol type) => UsedNames(type).Contains(SpaceProperty);

    /// <summary>Whether a member of a base type, written or to be generated, would be hidden by a new one of the given name.</summary>
    public static bool Hides(INamedTypeSymbol type, string name)
    {
        foreach (INamedTypeSymbol baseType in type.BaseTypes())
        {
            bool isGenerated = AttributeReader.IsSearchSpace(baseType)
                && !baseType.DeclaringSyntaxReferences.IsEmpty
                && (name == SpaceProperty ? !HasOwnSpaceMember(baseType) : name == DescriptorOf(baseType) || (name == GradientOf(baseType) && Continuity.HasContinuous(baseType, default)));
            if (isGenerated || baseType.GetMembers(name).Any(static member => member.DeclaredAccessibility != Accessibility.Private))
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(INamedTypeSymbol type, string wish, Func<INamedTypeSymbol, bool> isGenerated)
    {
        // In a referenced assembly the class exists already, under whatever name it was given.
        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            return type.GetTypeMembers().FirstOrDefault(isGenerated)?.Name ?? wish;
        }

        return new NameScope(UsedNames(type)).Take(wish);
    }

    // A case inherits what is generated into the type around it, so the case's members count, and so do its parameters: of one whose name is inherited the
    // compiler makes no property.
    private static IEnumerable<string> UsedNames(INamedTypeSymbol type)
        => type.MemberNames
            .Append(type.Name)
            .Concat(type.TypeParameters.Select(static parameter => parameter.Name))
            .Concat(type.IsAbstract ? type.GetTypeMembers().Where(inner => SymbolEqualityComparer.Default.Equals(inner.BaseType, type)).SelectMany(UsedNamesOfCase) : []);

    private static IEnumerable<string> UsedNamesOfCase(INamedTypeSymbol type)
        => UsedNames(type).Concat(type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Select(static parameter => parameter.Name));

    private static bool IsDescriptor(INamedTypeSymbol type) => type.BaseType is { } baseType && IsRuntime(baseType, "SearchSpace`1");

    private static bool IsRuntime(INamedTypeSymbol type, string metadataName)
        => type.MetadataName == metadataName
            && type is { ContainingType: null, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };
}
