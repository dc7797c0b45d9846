using System.Collections.Immutable;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Tests;

/// <summary>
/// Runs the generator, all analyzers and the compiler over a source and compares all they report with the marks in it, so that each test also shows that
/// one mistake gives one error.
/// </summary>
internal static class AnalyzerTest
{
    public const string Usings = "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Collections.Immutable;\nglobal using HyperTune;\n";

    /// <summary>Verifies a source with marks; ids of the compiler (CS...) are marked like our own.</summary>
    public static async Task VerifyAsync(string markup, params ImmutableArray<AdditionalText> files)
    {
        (string code, IReadOnlyList<ExpectedDiagnostic> expected) = TestMarkup.Parse(markup);
        ImmutableArray<Diagnostic> actual = await DiagnoseAsync(Compile(code), files);
        Assert.Equal(
            expected.OrderBy(static e => e.Span.Start).ThenBy(static e => e.Id, StringComparer.Ordinal).Select(e => $"{e.Id} {e.Span} '{Text(code, e.Span)}'"),
            actual.Select(d => $"{d.Id} {d.Location.SourceSpan} '{Text(code, d.Location.SourceSpan)}'"));
    }

    /// <summary>Verifies members of a search space, each on its own line.</summary>
    public static Task VerifyMembersAsync(string markup)
        => VerifyAsync($"public enum Color {{ Red, Green, Blue }}\n[SearchSpace]\npublic partial class Space\n{{\n[Uniform(0, 1)] public double Sound {{ get; set; }}\n{markup}\n}}\n");

    /// <summary>All errors of the compiler, its warnings in generated code, and all diagnostics of the analyzers, in source order.</summary>
    public static Task<ImmutableArray<Diagnostic>> DiagnoseAsync(string code) => DiagnoseAsync(Compile(code));

    /// <summary>The same for a compilation that has its usings.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(CSharpCompilation input, params ImmutableArray<AdditionalText> files)
    {
        Compilation output = Generate(input);
        ImmutableArray<Diagnostic> own = await AllAnalyzers.RunAsync(output, files);
        ImmutableArray<Diagnostic> all =
        [
            .. output.GetDiagnostics()
                .Where(d => d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && !input.ContainsSyntaxTree(d.Location.SourceTree)))
                .Concat(own)
                .OrderBy(static d => d.Location.SourceSpan.Start)
                .ThenBy(static d => d.Id, StringComparer.Ordinal),
        ];
        AssertSameVerdict(input, all);
        return all;
    }

    /// <summary>The source with the usual usings; a program where it has top-level statements, else a library.</summary>
    public static CSharpCompilation Compile(string code)
    {
        CSharpCompilation compilation = TestCompilation.Create(code).AddSyntaxTrees(TestCompilation.Parse(Usings, "Usings.cs"));
        return compilation.SyntaxTrees[0].GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any()
            ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
            : compilation;
    }

    /// <summary>The compilation with the generated files.</summary>
    public static Compilation Generate(CSharpCompilation input)
    {
        GeneratorDriver driver = GeneratorRun.CreateDriver().RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        return output;
    }

    /// <summary>The generator's question, is the space valid, must have the analyzers' answer.</summary>
    private static void AssertSameVerdict(CSharpCompilation compilation, ImmutableArray<Diagnostic> diagnostics)
    {
        bool hasInvalid = Types(compilation).Any(type => !IsValid(compilation, type));
        bool isReported = diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error && d.Id.StartsWith("HT", StringComparison.Ordinal) && IsAboutSpaces(d.Id));
        bool isOtherwise = diagnostics.Any(static d => d.Id.StartsWith("CS", StringComparison.Ordinal) || (d.Id.StartsWith("HT", StringComparison.Ordinal) && !IsAboutSpaces(d.Id)));
        Assert.True(isReported ? hasInvalid : !hasInvalid || isOtherwise, $"The analyzers report {(isReported ? "an" : "no")} error, but the rules say otherwise.");
    }

    // HT1010 is about types and members that mean nothing, HT3005 also about types outside a space, HT4xxx about calls.
    private static bool IsAboutSpaces(string id) => id is not ("HT1010" or "HT3005") && !id.StartsWith("HT4", StringComparison.Ordinal);

    private static bool IsValid(CSharpCompilation compilation, INamedTypeSymbol type)
        => (new DeclarationReader(compilation, CancellationToken.None).Read(type) is not { } space || SpaceRules.IsValid(space, CancellationToken.None))
            && (MetricsDeclaration.Read(type, CancellationToken.None) is not { } metrics || MetricsRules.IsValid(metrics, CancellationToken.None));

    private static IEnumerable<INamedTypeSymbol> Types(CSharpCompilation compilation)
        => compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Select(declaration => compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration))
            .OfType<INamedTypeSymbol>());

    private static string Text(string code, Microsoft.CodeAnalysis.Text.TextSpan span) => span.End <= code.Length ? code[span.Start..span.End] : "elsewhere";
}
