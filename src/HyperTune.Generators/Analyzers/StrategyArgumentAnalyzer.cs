using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Rules;
using HyperTune.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Analyzers;

/// <summary>Looks at what strategies that are made of others are given: constants out of their range, and continuous parameters by grid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrategyArgumentAnalyzer : RuntimeAnalyzer
{
    private const string PointsName = "pointsPerContinuousAxis";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.GridOverContinuous, UsageDescriptors.StrategyArgument];

    private protected override void Register(CompilationStartAnalysisContext start)
        => start.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { IsStatic: true, Name: "Then" or "Around" or "AroundBest" or "GridOver", ContainingType: { Name: "Strategy" } strategy }
            || !StrategyExpression.IsRuntime(strategy))
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            CheckRange(context, call, argument);
        }

        if (call.TargetMethod.Name == "GridOver" && call.Arguments.All(static argument => argument.Parameter?.Name != PointsName))
        {
            CheckContinuous(context, call);
        }
    }

    private static void CheckRange(OperationAnalysisContext context, IInvocationOperation call, IArgumentOperation argument)
    {
        string? allowed = argument.Parameter?.Name switch
        {
            "budget" or "regions" or PointsName when argument.Value.ConstantValue is { HasValue: true, Value: int and < 1 } => "at least 1",
            "radius" when argument.Value.ConstantValue is { HasValue: true, Value: double radius } && !(radius > 0 && radius <= 1) => "above 0 and at most 1",
            _ => null,
        };
        if (allowed is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UsageDescriptors.StrategyArgument,
                argument.Value.Syntax.GetLocation(),
                argument.Parameter!.Name,
                call.TargetMethod.Name,
                Convert.ToString(argument.Value.ConstantValue.Value, CultureInfo.InvariantCulture),
                allowed));
        }
    }

    private static void CheckContinuous(OperationAnalysisContext context, IInvocationOperation call)
    {
        var reader = new DeclarationReader(context.Compilation, context.CancellationToken);
        foreach (SpaceParameter parameter in call.Arguments.Where(static argument => argument.Parameter?.Name is "parameter" or "parameters")
            .SelectMany(static argument => SpaceParameter.In(argument.Value)))
        {
            // A space with mistakes is reported where it is declared.
            if (parameter.Declared(reader, out SpaceDeclaration? declaring) is { } declared
                && SpaceRules.IsValid(declaring!, context.CancellationToken)
                && declared.Composite is null
                && SpaceSize.IsContinuous(declared))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    UsageDescriptors.GridOverContinuous, parameter.Operation.Syntax.GetLocation(), declared.Name, parameter.Config.Name));
            }
        }
    }
}
