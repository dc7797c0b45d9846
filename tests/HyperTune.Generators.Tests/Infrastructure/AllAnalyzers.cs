using System.Collections.Immutable;
using HyperTune.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Tests;

/// <summary>Every analyzer of the product, as the compiler would load them.</summary>
internal static class AllAnalyzers
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Instances =
    [
        .. typeof(SearchSpaceAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static readonly ImmutableArray<DiagnosticDescriptor> Descriptors =
        [.. Instances.SelectMany(static analyzer => analyzer.SupportedDiagnostics).DistinctBy(static descriptor => descriptor.Id)];

    /// <summary>What the analyzers report, suppressions applied. One that throws fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, params ImmutableArray<AdditionalText> files)
        => Attach(compilation, files).GetAnalyzerDiagnosticsAsync();

    /// <summary>What the compiler and the analyzers report, without what suppressors take back.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunWithCompilerAsync(Compilation compilation) => Attach(compilation, []).GetAllDiagnosticsAsync();

    /// <summary>What the analyzers report in one file, without a look at the bodies in all others.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, SyntaxTree tree, params ImmutableArray<AdditionalText> files)
        => Attach(compilation, files).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);

    private static CompilationWithAnalyzers Attach(Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(files),
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers(Instances, options);
    }
}
