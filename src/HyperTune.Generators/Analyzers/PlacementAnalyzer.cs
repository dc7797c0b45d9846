using System.Collections.Immutable;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Analyzers;

/// <summary>Reports attributes of HyperTune in places where they mean nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlacementAnalyzer : RuntimeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeclarationDescriptors.AttributeWithoutSearchSpace];

    private protected override void Register(CompilationStartAnalysisContext start)
        => start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (Finding finding in PlacementRules.Check((INamedTypeSymbol)context.Symbol, context.CancellationToken))
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }
}
