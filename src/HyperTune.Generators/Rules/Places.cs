using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Rules;

/// <summary>The places in the source that findings mark.</summary>
internal static class Places
{
    /// <summary>The symbol's identifier; for a type in several parts the one in the first part.</summary>
    public static Location Identifier(ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource) ?? Location.None;

    /// <summary>The first modifier of a parameter; its identifier where there is none to see.</summary>
    public static Location Modifier(IParameterSymbol parameter, CancellationToken cancellationToken)
        => parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax { Modifiers: { Count: > 0 } modifiers }
            ? modifiers[0].GetLocation()
            : Identifier(parameter);

    /// <summary>The type that a property or parameter is declared with; its identifier where there is none to see.</summary>
    public static Location DeclaredType(ISymbol symbol, CancellationToken cancellationToken)
        => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            BasePropertyDeclarationSyntax property => property.Type.GetLocation(),
            ParameterSyntax { Type: { } type } => type.GetLocation(),
            _ => Identifier(symbol),
        };
}
