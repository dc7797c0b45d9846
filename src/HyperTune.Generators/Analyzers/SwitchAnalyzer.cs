using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Analyzers;

/// <summary>Looks for switches over conditional spaces that miss a case.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwitchAnalyzer : RuntimeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.SwitchMissesCase];

    private protected override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationAction(AnalyzeExpression, OperationKind.SwitchExpression);
        start.RegisterOperationAction(AnalyzeStatement, OperationKind.Switch);
    }

    private static void AnalyzeExpression(OperationAnalysisContext context)
    {
        var expression = (ISwitchExpressionOperation)context.Operation;
        if (UnionSwitch.UnionOf(expression.Value.Type) is { } union && expression.Syntax is SwitchExpressionSyntax syntax)
        {
            Report(context, union, UnionSwitch.FindMissing(expression, union), syntax.SwitchKeyword);
        }
    }

    private static void AnalyzeStatement(OperationAnalysisContext context)
    {
        var statement = (ISwitchOperation)context.Operation;
        if (UnionSwitch.UnionOf(statement.Value.Type) is { } union && statement.Syntax is SwitchStatementSyntax syntax)
        {
            Report(context, union, UnionSwitch.FindMissing(statement, union), syntax.SwitchKeyword);
        }
    }

    private static void Report(OperationAnalysisContext context, INamedTypeSymbol union, INamedTypeSymbol[] missing, SyntaxToken place)
    {
        if (missing.Length > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UsageDescriptors.SwitchMissesCase,
                place.GetLocation(),
                union.Name,
                string.Join(", ", missing.Select(static leaf => $"'{leaf.Name}'"))));
        }
    }
}
