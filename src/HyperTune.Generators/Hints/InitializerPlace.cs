using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Hints;

/// <summary>Where the default of a member can be written.</summary>
internal static class InitializerPlace
{
    /// <summary>
    /// The property or the positional parameter, to which a default can be given: not a required property, which every creation sets, one of a base type, or one
    /// that the constructor sets; and of positional parameters only one behind which all have a default, as the language demands.
    /// </summary>
    /// <param name="type">The type of which it is a member.</param>
    /// <param name="parameter">The member.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static SyntaxNode? Find(INamedTypeSymbol type, ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        if (!SymbolEqualityComparer.Default.Equals(parameter.Symbol.ContainingType, type) || parameter.Default.IsAssigned)
        {
            return null;
        }

        return parameter.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax { AccessorList: not null } property when parameter.Property is { IsRequired: false, IsAbstract: false } && CanHaveInitializer(type, property) => property,
            ParameterSyntax { Parent: ParameterListSyntax list } argument when parameter.Kind != ValueKind.TimeSpan
                && list.Parameters.Skip(list.Parameters.IndexOf(argument) + 1).All(static later => later.Default is not null || later.Modifiers.Any(SyntaxKind.ParamsKeyword)) => argument,
            _ => null,
        };
    }

    // A struct with initializers needs a constructor.
    private static bool CanHaveInitializer(INamedTypeSymbol type, PropertyDeclarationSyntax property)
        => property.Initializer is not null || !type.IsValueType || type.InstanceConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared);
}
