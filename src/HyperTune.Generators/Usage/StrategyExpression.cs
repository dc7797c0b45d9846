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

    public static bool IsRuntime(INamedTypeSymbol type)
        => type is { ContainingType: null, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation conversion ? conversion.Operand : operation;
}
