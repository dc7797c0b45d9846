using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Analyzers;

/// <summary>Looks for scores that a study or a metric takes the wrong way: an accuracy that is minimized, a loss that is maximized.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScoreAnalyzer : RuntimeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.ScoreTheWrongWay];

    private protected override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationAction(AnalyzeRun, OperationKind.Invocation);
        start.RegisterOperationAction(AnalyzeArguments, OperationKind.ObjectCreation);
        start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    private static void AnalyzeRun(OperationAnalysisContext context)
    {
        var run = (IInvocationOperation)context.Operation;
        if (RunCall.Of(run.TargetMethod) is not { } call
            || run.TargetMethod.ContainingType.TypeArguments.Length != 1
            || run.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == call.Objective)?.Value is not { } objective
            || StudyDirection.Of(run.Instance) is not { } direction)
        {
            return;
        }

        string what = direction == MetricDirection.Minimize
            ? "the study minimizes it: create it with Study.Maximize"
            : "the study maximizes it: create it with Study.Minimize";
        ReportAll(context, objective, ObjectiveBody.FindScores(objective).Where(call => call.Direction != direction), what);
    }

    private static void AnalyzeArguments(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && FindMetric(parameter, creation.Type, context) is { } metric)
            {
                Check(context, argument.Value, metric);
            }
        }
    }

    // In an initializer, a with expression or on its own.
    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { } property } && FindMetric(property, property.ContainingType, context) is { } metric)
        {
            Check(context, assignment.Value, metric);
        }
    }

    private static MetricDeclaration? FindMetric(ISymbol member, ITypeSymbol? type, OperationAnalysisContext context)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Struct } outcome && MetricsDeclaration.Read(outcome, context.CancellationToken) is { } metrics
            ? metrics.Metrics.FirstOrDefault(metric => SymbolEqualityComparer.Default.Equals(metric.Argument, member) || SymbolEqualityComparer.Default.Equals(metric.Property, member))
            : null;

    private static void Check(OperationAnalysisContext context, IOperation value, MetricDeclaration metric)
    {
        // A metric with both directions is reported where it is declared; one that is only limited has none.
        if (metric.Minimize is null == metric.Maximize is null)
        {
            return;
        }

        MetricDirection direction = metric.Minimize is null ? MetricDirection.Maximize : MetricDirection.Minimize;
        string what = $"'{metric.Property.ContainingType.Name}.{metric.Property.Name}' is to be {(direction == MetricDirection.Minimize ? "minimized: mark it with [Maximize]" : "maximized: mark it with [Minimize]")}";
        ReportAll(context, value, ScoreCall.In(value).Where(call => call.Direction != direction), what);
    }

    // Code elsewhere can be right for another study or metric: what is wrong is to use it in this place, and that is said once.
    private static void ReportAll(OperationAnalysisContext context, IOperation place, IEnumerable<ScoreCall> wrong, string what)
    {
        foreach (IGrouping<SyntaxNode, ScoreCall> calls in wrong.GroupBy(call => place.Syntax.Span.Contains(call.Syntax.Span) ? call.Syntax : place.Syntax))
        {
            ScoreCall call = calls.First();
            context.ReportDiagnostic(Diagnostic.Create(
                UsageDescriptors.ScoreTheWrongWay,
                calls.Key.GetLocation(),
                call.Direction == MetricDirection.Maximize ? "Larger" : "Smaller",
                call.Name,
                what));
        }
    }
}
