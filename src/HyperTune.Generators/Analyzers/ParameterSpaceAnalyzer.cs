using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Analyzers;

/// <summary>Finds parameters that belong to another search space than what they are given to: a strategy, a study or a space that is narrowed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterSpaceAnalyzer : RuntimeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.ParameterOfAnotherSpace];

    private protected override void Register(CompilationStartAnalysisContext start)
        => start.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod;
        if (method is { Name: "Narrow", IsStatic: false } && SpaceParameter.ConfigOf(call.Instance?.Type) is { } narrowed)
        {
            Check(context, call, narrowed);
        }
        else if (BaselineOf(call) is { } baseline)
        {
            Check(context, call, baseline);
        }
        else if (method is { IsStatic: true, ContainingType: { Name: "Study" } study, TypeArguments.Length: > 0 }
            && StrategyExpression.IsRuntime(study)
            && method.TypeArguments[0] is INamedTypeSymbol searched)
        {
            CheckStrategies(context, call, searched);
        }
    }

    private static void CheckStrategies(OperationAnalysisContext context, IInvocationOperation creation, INamedTypeSymbol searched)
    {
        foreach (IArgumentOperation argument in creation.Arguments.Where(static argument => argument.Parameter?.Type.Name == "StudyOptions"))
        {
            foreach (IInvocationOperation call in StrategyExpression.FindCalls(argument.Value))
            {
                // What differs from the baseline's own type is reported there.
                INamedTypeSymbol? baseline = BaselineOf(call);
                if (call.TargetMethod.Name is "Stepwise" or "GridOver" || (baseline is not null && !IsSame(baseline, searched)))
                {
                    Check(context, call, searched, only: baseline);
                }
            }
        }
    }

    // The config type of the baseline of Strategy.OneAtATime.
    private static INamedTypeSymbol? BaselineOf(IInvocationOperation call)
        => call.TargetMethod is { IsStatic: true, Name: "OneAtATime", ContainingType: { Name: "Strategy" } strategy, TypeArguments.Length: 1 }
            && StrategyExpression.IsRuntime(strategy)
                ? call.TargetMethod.TypeArguments[0] as INamedTypeSymbol
                : null;

    private static void Check(OperationAnalysisContext context, IInvocationOperation call, INamedTypeSymbol expected, INamedTypeSymbol? only = null)
    {
        foreach (SpaceParameter parameter in call.Arguments.SelectMany(static argument => SpaceParameter.In(argument.Value)))
        {
            if (!IsSame(parameter.Config, expected) && (only is null || IsSame(parameter.Config, only)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    UsageDescriptors.ParameterOfAnotherSpace,
                    parameter.Operation.Syntax.GetLocation(),
                    parameter.Operation.Property.Name,
                    parameter.Config.Name,
                    expected.Name));
            }
        }
    }

    private static bool IsSame(INamedTypeSymbol one, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
