using System.Collections.Immutable;
using HyperTune.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Tests.Analyzers;

/// <summary>What others say about conditional spaces, because they do not know that all cases are nested, is not shown.</summary>
public sealed class UnionSuppressorTests
{
    private const string Union = """
        [SearchSpace] public abstract partial record A
        {
            public sealed record First([Uniform(0, 1)] double X) : A;
            public sealed record Second : A;
        }

        """;

    [Theory]
    [InlineData("A.First => 1, A.Second => 2", true)]
    [InlineData("A.First { X: var x } => 1, A.Second s => 2", true)]
    [InlineData("A.First => 1", false)]
    [InlineData("A.First f when f.X > 0 => 1, A.Second => 2", false)]
    [InlineData("A.First { X: > 0 } => 1, A.Second => 2", false)]
    public async Task Complete_switch_needs_no_default(string arms, bool isComplete)
    {
        ImmutableArray<Diagnostic> diagnostics = await RunAsync(Union + $"public static class Program {{ public static int M(A a) => a switch {{ {arms} }}; }}");
        Assert.Equal(isComplete, Assert.Single(diagnostics, static diagnostic => diagnostic.Id == "CS8509").IsSuppressed);
    }

    [Fact]
    public async Task Switch_over_another_type_is_left_alone()
    {
        ImmutableArray<Diagnostic> diagnostics = await RunAsync("public abstract record B { public sealed record C : B; } public static class Program { public static int M(B b) => b switch { B.C => 1 }; }");
        Assert.False(Assert.Single(diagnostics, static diagnostic => diagnostic.Id == "CS8509").IsSuppressed);
    }

    [Fact]
    public async Task Cases_may_be_visible_inside()
    {
        ImmutableArray<Diagnostic> diagnostics = await RunAsync(Union + "public class Outer { public class Other { } }");
        Assert.Equal(
            [("First", true), ("Second", true), ("Other", false)],
            diagnostics.Where(static diagnostic => diagnostic.Id == "CA1034").OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(static diagnostic => (diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length), diagnostic.IsSuppressed)));
    }

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(string code)
    {
        Compilation compilation = AnalyzerTest.Generate(AnalyzerTest.Compile(code));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        return await compilation.WithAnalyzers([new UnionSuppressor(), new NestedTypeAnalyzer()], options).GetAllDiagnosticsAsync();
    }

    /// <summary>Says of every visible nested type what the framework's own analyzer says.</summary>
#pragma warning disable RS1029, RS1036, RS1038, RS1041, RS2008
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class NestedTypeAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Descriptor =
            new("CA1034", "Nested types should not be visible", "Do not nest type {0}", "Design", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(
                static symbol =>
                {
                    if (symbol.Symbol is INamedTypeSymbol { ContainingType: not null, DeclaredAccessibility: Accessibility.Public } type)
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Descriptor, type.Locations[0], type.Name));
                    }
                },
                SymbolKind.NamedType);
        }
    }
}
