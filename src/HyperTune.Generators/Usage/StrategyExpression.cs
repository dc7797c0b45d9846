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
        => Resolve(options).DescendantsAndSelf().OfType<ISimpleAssignmentOperation>()
            .Where(static assignment => assignment.Target is IPropertyReferenceOperation { Property: { Name: "Strategy", ContainingType.Name: "StudyOptions" } property }
                && IsRuntime(property.ContainingType))
            .SelectMany(static assignment => Resolve(assignment.Value).DescendantsAndSelf())
            .OfType<IInvocationOperation>()
            .Where(static call => call.TargetMethod is { IsStatic: true, ContainingType.Name: "Strategy" } && IsRuntime(call.TargetMethod.ContainingType));

    public static bool IsRuntime(INamedTypeSymbol type)
        => type is { ContainingType: null, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    // A variable stands for its initializer where nothing else is ever put into it.
    private static IOperation Resolve(IOperation operation)
    {
        IOperation value = operation is IConversionOperation conversion ? conversion.Operand : operation;
        if (value is not ILocalReferenceOperation { Local: { } local, SemanticModel: { } model }
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration
            || model.GetOperation(declaration) is not IVariableDeclaratorOperation { Initializer.Value: { } initializer }
            || Root(value).DescendantsAndSelf().Any(other => IsWrite(other, local)))
        {
            return value;
        }

        return initializer;
    }

    private static bool IsWrite(IOperation operation, ILocalSymbol local)
        => operation is IAssignmentOperation { Target: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local);

    private static IOperation Root(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }
}
