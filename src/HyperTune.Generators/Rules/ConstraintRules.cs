using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Rules;

/// <summary>HT3009: what a constraint looks like.</summary>
internal static class ConstraintRules
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (IsConstraint(method) && Find(type, method, cancellationToken) is { } finding)
            {
                yield return finding;
            }
        }
    }

    public static bool IsConstraint(IMethodSymbol method)
        => method.GetAttributes().Any(static attribute => AttributeReader.IsRuntime(attribute, "ConstraintAttribute"));

    private static Finding? Find(INamedTypeSymbol type, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.MethodKind != MethodKind.Ordinary)
        {
            return Report("only an ordinary method can be called by its name", Places.Identifier(method));
        }

        if (!method.IsStatic)
        {
            return Report("it is not static", Places.Identifier(method));
        }

        if (method.IsGenericMethod)
        {
            return Report("it is generic", Places.Identifier(method));
        }

        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MethodDeclarationSyntax;
        if (method.ReturnType.SpecialType != SpecialType.System_Boolean || method.RefKind != RefKind.None)
        {
            return Report(
                $"it returns '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'",
                syntax?.ReturnType.GetLocation() ?? Places.Identifier(method)) with
            {
                IsReported = method.ReturnType.TypeKind != TypeKind.Error,
            };
        }

        if (method.Parameters.Length != 1)
        {
            return Report($"it takes {method.Parameters.Length} parameters", syntax?.ParameterList.GetLocation() ?? Places.Identifier(method));
        }

        IParameterSymbol parameter = method.Parameters[0];
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return Report("it takes its config by reference", Places.Modifier(parameter, cancellationToken));
        }

        bool isConfig = SymbolEqualityComparer.Default.Equals(parameter.Type, type);
        return isConfig
            ? null
            : Report($"its parameter is no '{type.Name}'", Places.DeclaredType(parameter, cancellationToken)) with
            {
                IsReported = parameter.Type.TypeKind != TypeKind.Error,
            };

        Finding Report(string reason, Location place) => new(ConditionDescriptors.InvalidConstraint, () => place, [method.Name, type.Name, reason]);
    }
}
