using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>The symbols inside a type on which attributes of the runtime can stand, whether or not they are members of a config.</summary>
internal static class AttributeCarriers
{
    public static IEnumerable<ISymbol> In(INamedTypeSymbol type)
    {
        if (type.DelegateInvokeMethod is { } invoke)
        {
            return invoke.Parameters;
        }

        return type.GetMembers().SelectMany(static member => member switch
        {
            IPropertySymbol property => [property, .. property.Parameters, .. SetterValue(property)],
            // An accessor's parameters are the property's own.
            IMethodSymbol { AssociatedSymbol: null } method => [method, .. method.Parameters],
            IMethodSymbol accessor => [accessor],
            _ => (IEnumerable<ISymbol>)[],
        });
    }

    /// <summary>Why the member could not be tuned, or be a metric, in any type; null where it could.</summary>
    public static string? FindReason(ISymbol member, IMethodSymbol? primary) => member switch
    {
        IParameterSymbol parameter when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, primary) => null,
        IParameterSymbol => "only properties and the parameters of a primary constructor count",
        IPropertySymbol { IsStatic: true } => "a static property is not part of a value",
        IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } => "an explicitly implemented property has no name to set it by",
        IPropertySymbol { IsIndexer: true } => "an indexer is not part of a value",
        _ => null,
    };

    private static IEnumerable<ISymbol> SetterValue(IPropertySymbol property)
        => property.SetMethod is { } setter ? setter.Parameters.Skip(property.Parameters.Length) : [];
}
