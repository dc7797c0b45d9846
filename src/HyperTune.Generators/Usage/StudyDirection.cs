using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Usage;

/// <summary>Which way a study goes, where the call that created it is in sight.</summary>
internal static class StudyDirection
{
    /// <summary>The direction of a study given as an expression, or null where it cannot be known.</summary>
    public static MetricDirection? Of(IOperation? study)
        => study is not null
            && LocalValue.Of(study) is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "Study", IsGenericType: false } type } method }
            && StrategyExpression.IsRuntime(type)
                ? method.Name switch
                {
                    "Minimize" => MetricDirection.Minimize,
                    "Maximize" => MetricDirection.Maximize,
                    _ => null,
                }
                : null;
}
