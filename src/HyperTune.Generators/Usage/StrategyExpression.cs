using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>Finds the strategies that the options of a study are made of, as far as they stand in the same method.</summary>
internal static class StrategyExpression
{
    /// <summary>The calls that create strategies, for instance Strategy.Grid(), within a study's options.</summary>
    public static IEnumerable<IInvocationOperation> FindCalls(IOperation options)
        => LocalValue.Of(Unwrap(options)).DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
            .Where(static assignment => assignment.Target is IPropertyReferenceOperation { Property: { Name: "Strategy", ContainingType.Name: "StudyOptions" } property }
                && IsRuntime(property.ContainingType))
            .SelectMany(static assignment => LocalValue.Of(Unwrap(assignment.Value)).DescendantsAndSelf())
            .OfType<IInvocationOperation>()
            .Where(static call => call.TargetMethod is { IsStatic: true, ContainingType.Name: "Strategy" } && IsRuntime(call.TargetMethod.ContainingType));

    /// <summary>Whether a strategy is part of another one that gives it a part of the space, whose size cannot be seen.</summary>
    public static bool IsWithinPart(IInvocationOperation call)
    {
        for (IOperation? outer = call.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IInvocationOperation { TargetMethod: { IsStatic: true, Name: "GridOver" or "Around" or "AroundBest", ContainingType: { Name: "Strategy" } strategy } } && IsRuntime(strategy))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsRuntime(INamedTypeSymbol type)
        => type is { ContainingType: null, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? conversion.Operand : operation;
}
