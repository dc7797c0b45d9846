using System.Collections.Immutable;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Analyzers;

/// <summary>Reports what <see cref="MetricsRules"/> finds on types marked as metrics.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MetricsAnalyzer : RuntimeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationDescriptors.TypeMustBePartial,
        DeclarationDescriptors.UnsupportedDeclaration,
        DeclarationDescriptors.InvalidName,
        DeclarationDescriptors.DuplicateName,
        DeclarationDescriptors.AttributeWithoutSearchSpace,
        ConditionDescriptors.MetricNotDouble,
        ConditionDescriptors.ConflictingMetric,
        ConditionDescriptors.InvalidMetricLimit,
        ConditionDescriptors.MetricNotSettable,
        ConditionDescriptors.UnsupportedRecord,
        ConditionDescriptors.RecordedMetric,
        ConditionDescriptors.NoObjective,
    ];

    private protected override void Register(CompilationStartAnalysisContext start)
        => start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (MetricsDeclaration.Read((INamedTypeSymbol)context.Symbol, context.CancellationToken) is not { } metrics)
        {
            return;
        }

        foreach (Finding finding in MetricsRules.Check(metrics, context.CancellationToken))
        {
            if (finding.IsReported)
            {
                context.ReportDiagnostic(finding.ToDiagnostic());
            }
        }
    }
}
