using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Declarations;

/// <summary>A method that is marked as a constraint.</summary>
/// <param name="Method">The method.</param>
/// <param name="Attribute">The mark.</param>
internal sealed record ConstraintDeclaration(IMethodSymbol Method, AttributeData Attribute)
{
    /// <summary>Whether generated code can call the method with a config of its type: a static predicate of one argument.</summary>
    public bool HasRightShape
        => Method is { IsStatic: true, IsGenericMethod: false, ReturnType.SpecialType: SpecialType.System_Boolean, RefKind: RefKind.None, Parameters.Length: 1 }
            && Method.Parameters[0].RefKind is RefKind.None or RefKind.In
            && SymbolEqualityComparer.Default.Equals(Method.Parameters[0].Type, Method.ContainingType);

    /// <summary>The constraints that a type declares, in source order.</summary>
    public static ImmutableArray<ConstraintDeclaration> In(INamedTypeSymbol type)
    {
        ImmutableArray<ConstraintDeclaration>.Builder? constraints = null;
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.MethodKind == MethodKind.Ordinary && AttributeReader.Find(method, "ConstraintAttribute") is { } attribute)
            {
                (constraints ??= ImmutableArray.CreateBuilder<ConstraintDeclaration>()).Add(new ConstraintDeclaration(method, attribute));
            }
        }

        return constraints?.ToImmutable() ?? [];
    }
}
