using System;
using System.Collections.Immutable;
using System.Threading;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Hints;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Analyzers;

/// <summary>Reports what studies found out about the search spaces that they searched, where a project names their journals.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StudyHintAnalyzer : RuntimeAnalyzer
{
    /// <summary>What was read of digests, in all compilations of the process.</summary>
    internal static readonly DigestMemory Digests = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        UsageDescriptors.BindingBound,
        UsageDescriptors.UnimportantParameter,
        UsageDescriptors.BetterDefault,
        UsageDescriptors.StaleStudy,
    ];

    private protected override void Register(CompilationStartAnalysisContext start)
    {
        ImmutableArray<DigestStudy> studies = Digests.Read(start.Options.AdditionalFiles, start.CancellationToken);
        if (studies.IsEmpty)
        {
            return;
        }

        // Whoever asks first reads the types that the digests name; the answer outlives his cancellation.
        Compilation compilation = start.Compilation;
        var findings = new Lazy<HintFindings>(() => HintFindings.Of(compilation, studies, CancellationToken.None));
        start.RegisterSymbolAction(
            symbol =>
            {
                foreach (Finding finding in findings.Value.About((INamedTypeSymbol)symbol.Symbol))
                {
                    symbol.ReportDiagnostic(finding.ToDiagnostic());
                }
            },
            SymbolKind.NamedType);
    }
}
