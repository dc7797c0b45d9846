using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Usage;

/// <summary>What of a config can be seen through a type that it derives from or implements.</summary>
internal static class ConfigView
{
    /// <summary>
    /// The names of the properties that can be reached through the type, or null where that cannot be known: the type is none that shows a part of the
    /// config, or the config gives it code of its own, which may read anything.
    /// </summary>
    public static HashSet<string>? Of(ITypeSymbol seen, INamedTypeSymbol config) => seen switch
    {
        { SpecialType: SpecialType.System_Object } => null,
        INamedTypeSymbol { TypeKind: TypeKind.Interface } contract when config.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default) => ThroughInterface(contract, config),
        INamedTypeSymbol { TypeKind: TypeKind.Class } ancestor when config.BaseTypes().Contains(ancestor, SymbolEqualityComparer.Default) => ThroughBase(config),
        _ => null,
    };

    private static HashSet<string>? ThroughInterface(INamedTypeSymbol contract, INamedTypeSymbol config)
    {
        ISymbol[] members = [.. contract.AllInterfaces.Prepend(contract).SelectMany(static type => type.GetMembers())];
        ISymbol?[] implementations = [.. members.Where(static member => member is not IMethodSymbol { AssociatedSymbol: not null }).Select(config.FindImplementationForInterfaceMember)];
        return members.Length > 0 && implementations.All(static implementation => implementation is IPropertySymbol property && ConfigReads.IsPlain(property))
            ? [.. implementations.Select(static implementation => implementation!.Name)]
            : null;
    }

    // What the config itself declares is out of sight, unless it overrides what is not.
    private static HashSet<string>? ThroughBase(INamedTypeSymbol config)
    {
        ISymbol[] overrides = [.. config.GetMembers().Where(static member => member is { IsOverride: true, IsImplicitlyDeclared: false } and not IMethodSymbol { AssociatedSymbol: not null })];
        return overrides.All(static member => member is IPropertySymbol property && ConfigReads.IsPlain(property)) ? [.. overrides.Select(static member => member.Name)] : null;
    }
}
