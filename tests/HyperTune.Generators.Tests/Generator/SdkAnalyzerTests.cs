using System.Collections.Immutable;
using HyperTune.Generators.Tests.Diagnostics;
using HyperTune.Generators.Tests.Fuzzing;
using HyperTune.Generators.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperTune.Generators.Tests;

/// <summary>
/// With every rule of the SDK's analyzers on, generated code causes no message: neither in a generated file nor, where the same declaration without generated
/// code has none, in the user's.
/// </summary>
public sealed class SdkAnalyzerTests
{
    // Names of the user's own that differ from ours by case alone, which the user can change.
    private const string CaseOnly = "CA1708";

    [Fact]
    public void Rules_of_the_sdk_and_of_trimming_are_loaded() => Assert.True(SdkAnalyzers.RuleCount > 300, $"{SdkAnalyzers.RuleCount} rules");

    [Fact]
    public async Task Declarations_of_readme_are_told_nothing_but_what_is_about_the_assembly()
    {
        string[] sources = [.. Page.Readme.Blocks.Where(static block => block.IsCSharp).Select(static (block, i) => InNamespace(block.Code, $"Block{i}"))];
        Assert.True(sources.Length >= 3);
        CSharpCompilation input = TestCompilation.Create([AnalyzerTest.Usings + "global using System.Linq;", .. sources]);
        ImmutableArray<Diagnostic> reported = await SdkAnalyzers.RunAsync(AnalyzerTest.Generate(input));
        Assert.Equal(["CA1014", "CA1016"], reported.Select(static one => one.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_declaration_of_the_corpus_is_silent()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.TestSources, "Corpus"), "*.cs").Order(StringComparer.Ordinal);
        await AssertSilentAsync(TestCompilation.Create(
            [.. files.Select(static file => InNamespace(File.ReadAllText(file), Path.GetFileNameWithoutExtension(file)))]));
    }

    [Fact]
    public async Task Every_declaration_of_the_fuzzer_is_silent()
    {
        IEnumerable<string> code = Enumerable.Range(1, 100).Select(static seed => RandomDeclaration.Create((ulong)seed))
            .Where(static declaration => declaration.IsValid)
            .Select(static declaration => declaration.Code);
        await AssertSilentAsync(TestCompilation.Create(FuzzDeclaration.Usings + string.Concat(code)));
    }

    private static async Task AssertSilentAsync(CSharpCompilation input)
    {
        Compilation output = AnalyzerTest.Generate(input);
        Dictionary<string, int> own = (await SdkAnalyzers.RunAsync(input)).Select(Text).CountBy(static text => text).ToDictionary(StringComparer.Ordinal);
        var caused = new List<string>();
        foreach (Diagnostic reported in await SdkAnalyzers.RunAsync(output))
        {
            string text = Text(reported);
            int left = own.GetValueOrDefault(text);
            own[text] = left - 1;
            if (left <= 0 && reported.Id != CaseOnly)
            {
                caused.Add(reported.ToString());
            }
        }

        Assert.True(caused.Count == 0, string.Join('\n', caused.Take(30)));
    }

    /// <summary>The types of a source, in a namespace of their own where they have none, so that many sources make one project.</summary>
    private static string InNamespace(string source, string name)
    {
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(source, options: TestCompilation.ParseOptions);
        return root.Members.Any(static member => member is BaseNamespaceDeclarationSyntax)
            ? source
            : $"{root.Usings.ToFullString()}namespace Own.{name}\n{{\n{string.Concat(root.Members.Where(static member => member is not GlobalStatementSyntax).Select(static member => member.ToFullString()))}\n}}";
    }

    private static string Text(Diagnostic reported) => $"{reported.Id} {reported.Location.GetLineSpan()}";
}
