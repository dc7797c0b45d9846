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

/// <summary>Holds the strategy of a study against its search space.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrategyAnalyzer : RuntimeAnalyzer
{
    private const double HugeCount = 1_000_000;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [UsageDescriptors.GridWithoutResolution, UsageDescriptors.HugeGrid, UsageDescriptors.NothingToDifferentiate];

    private protected override void Register(CompilationStartAnalysisContext start)
        => start.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var creation = (IInvocationOperation)context.Operation;
        IMethodSymbol method = creation.TargetMethod;
        if (method is not { IsStatic: true, ContainingType: { Name: "Study" } study, TypeArguments.Length: > 0 }
            || !StrategyExpression.IsRuntime(study)
            || method.TypeArguments[0] is not INamedTypeSymbol config)
        {
            return;
        }

        var reader = new DeclarationReader(context.Compilation, context.CancellationToken);
        foreach (IArgumentOperation argument in creation.Arguments.Where(static argument => argument.Parameter?.Type.Name == "StudyOptions"))
        {
            foreach (IInvocationOperation call in StrategyExpression.FindCalls(argument.Value))
            {
                // A space with mistakes is reported where it is declared.
                if ((call.TargetMethod.Name == "Gradient" || (call.TargetMethod.Name == "Grid" && !StrategyExpression.IsWithinPart(call)))
                    && reader.Read(config) is { } space
                    && IsSoundThroughout(space, reader, context))
                {
                    Check(context, call, space, new SpaceSize(reader));
                }
            }
        }
    }

    private static void Check(OperationAnalysisContext context, IInvocationOperation call, SpaceDeclaration space, SpaceSize size)
    {
        if (call.TargetMethod.Name == "Gradient")
        {
            if (!size.HasDerivatives(space))
            {
                context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.NothingToDifferentiate, call.Syntax.GetLocation(), space.Type.Name));
            }

            return;
        }

        string? continuous = size.FindContinuous(space);
        GridResolution resolution = GridResolution.Of(call);
        if (continuous is not null && !resolution.IsGiven)
        {
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.GridWithoutResolution, call.Syntax.GetLocation(), space.Type.Name, continuous));
        }
        else if (continuous is null || resolution.PointsPerAxis is not null)
        {
            double count = size.CountPoints(space, resolution.PointsPerAxis ?? 1);
            if (count >= HugeCount)
            {
                context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.HugeGrid, call.Syntax.GetLocation(), space.Type.Name, Text(count)));
            }
        }
    }

    private static bool IsSoundThroughout(SpaceDeclaration space, DeclarationReader reader, OperationAnalysisContext context)
        => SpaceRules.IsValid(space, context.CancellationToken)
            && NestedSpace.In(space.Type, context.CancellationToken).All(nested => reader.Read(nested.Space) is { } inner && IsSoundThroughout(inner, reader, context));

    private static string Text(double count) => count < 1e15
        ? Math.Round(count).ToString("N0", CultureInfo.InvariantCulture)
        : "about " + count.ToString("0.#e+0", CultureInfo.InvariantCulture);
}
