using System.Collections.Generic;
using System.Linq;
using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>A call of a method whose result is marked with the direction in which it is better.</summary>
internal readonly record struct ScoreCall(IInvocationOperation Call, MetricDirection Direction)
{
    /// <summary>The type and the method as one writes them.</summary>
    public string Name => $"{Call.TargetMethod.ContainingType.Name}.{Call.TargetMethod.Name}";

    /// <summary>The calls whose results a value is, as they are; a call whose result is reckoned with, say negated, is none.</summary>
    public static IEnumerable<ScoreCall> In(IOperation? value) => value switch
    {
        IConversionOperation conversion when Keeps(conversion) => In(conversion.Operand),
        IConditionalOperation { WhenFalse: { } other } choice => In(choice.WhenTrue).Concat(In(other)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => In(arm.Value)),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } wrapped => In(wrapped.Arguments.FirstOrDefault()?.Value),
        IInvocationOperation { TargetMethod: { Name: "Completed", ContainingType: { Name: "TrialOutcome" } outcome } } completed when StrategyExpression.IsRuntime(outcome)
            => In(completed.Arguments.FirstOrDefault()?.Value),
        IInvocationOperation call => DirectionOf(call.TargetMethod) is { } direction ? [new ScoreCall(call, direction)] : [],
        ILocalReferenceOperation local => LocalValue.Of(local) is var initializer && initializer != local ? In(initializer) : [],
        _ => [],
    };

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
