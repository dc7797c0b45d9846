using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>A call of a method whose result is marked with the direction in which it is better, or a delegate to one.</summary>
internal readonly record struct ScoreCall(IMethodSymbol Method, SyntaxNode Syntax, MetricDirection Direction)
{
    /// <summary>The type and the method as one writes them.</summary>
    public string Name => Method.MethodKind == MethodKind.LocalFunction ? Method.Name : $"{Method.ContainingType.Name}.{Method.Name}";

    /// <summary>The calls whose results a value is, as they are; a call whose result is reckoned with, say negated, is none.</summary>
    public static IEnumerable<ScoreCall> In(IOperation? value) => value switch
    {
        IConversionOperation conversion when Keeps(conversion) => In(conversion.Operand),
        IConditionalOperation { WhenFalse: { } other } choice => In(choice.WhenTrue).Concat(In(other)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => In(arm.Value)),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } wrapped => In(wrapped.Arguments.FirstOrDefault()?.Value),
        IInvocationOperation { TargetMethod: { Name: "Completed", ContainingType: { Name: "TrialOutcome" } outcome } } completed when StrategyExpression.IsRuntime(outcome)
            => In(completed.Arguments.FirstOrDefault()?.Value),
        IAwaitOperation awaited => In(awaited.Operation),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => In(task),
        IInvocationOperation call => Of(call.TargetMethod, call.Syntax) is { } score ? [score] : [],
        ILocalReferenceOperation local => LocalValue.Of(local) is var initializer && initializer != local ? In(initializer) : [],
        _ => [],
    };

    /// <summary>A use of a method, or null where its result has no direction.</summary>
    public static ScoreCall? Of(IMethodSymbol method, SyntaxNode syntax) => DirectionOf(method) is { } direction ? new ScoreCall(method, syntax, direction) : null;

    // Whatever else a conversion of somebody's does, it may turn a number around.
    private static bool Keeps(IConversionOperation conversion)
        => conversion.OperatorMethod is not { ContainingType: var type } || (type.Name == "TrialOutcome" && StrategyExpression.IsRuntime(type));

    private static MetricDirection? DirectionOf(IMethodSymbol method)
        => AttributeReader.Find(method, "ScoreAttribute") is { ConstructorArguments: { Length: 1 } arguments } && arguments[0] is { Kind: TypedConstantKind.Enum, Value: int value }
            ? value switch
            {
                1 => MetricDirection.Minimize,
                2 => MetricDirection.Maximize,
                _ => null,
            }
            : null;
}
