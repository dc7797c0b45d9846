using System.Collections.Immutable;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Analyzers;

/// <summary>Takes back what others say about conditional spaces because they do not know that all cases are nested in the type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnionSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor CompleteSwitch =
        new("HTS0001", "CS8509", "A switch over a conditional space is complete when it has an arm for each of its cases.");

    private static readonly SuppressionDescriptor VisibleCase =
        new("HTS0002", "CA1034", "The cases of a conditional space are nested in it, and visible where it is.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [CompleteSwitch, VisibleCase];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
            {
                continue;
            }

            SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            SemanticModel model = context.GetSemanticModel(tree);
            if (diagnostic.Id == CompleteSwitch.SuppressedDiagnosticId ? IsComplete(node, model, context.CancellationToken) : IsCase(node, model, context.CancellationToken))
            {
                context.ReportSuppression(Suppression.Create(diagnostic.Id == CompleteSwitch.SuppressedDiagnosticId ? CompleteSwitch : VisibleCase, diagnostic));
            }
        }
    }

    private static bool IsComplete(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<SwitchExpressionSyntax>() is { } syntax
            && model.GetOperation(syntax, cancellationToken) is ISwitchExpressionOperation expression
            && UnionSwitch.UnionOf(expression.Value.Type) is { } union
            && UnionSwitch.FindMissing(expression, union).Length == 0;

    private static bool IsCase(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } syntax
            && model.GetDeclaredSymbol(syntax, cancellationToken) is INamedTypeSymbol type
            && AttributeReader.IsCase(type);
}
