using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Usage;

/// <summary>Where the calls that run a study have their objective, and the objective its config.</summary>
/// <param name="Objective">The place of the objective among the call's parameters.</param>
/// <param name="Config">The place of the config among the objective's parameters.</param>
internal readonly record struct RunCall(int Objective, int Config)
{
    /// <summary>The places; null for a method that runs no study.</summary>
    public static RunCall? Of(IMethodSymbol method)
        => method.ContainingType is { Name: "Study", TypeArguments.Length: > 0 } study && StrategyExpression.IsRuntime(study)
            ? method.Name switch
            {
                "Run" or "RunAsync" => new RunCall(0, 0),
                "RunWith" or "RunWithAsync" => new RunCall(1, 1),
                _ => null,
            }
            : null;
}
