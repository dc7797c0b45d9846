using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>The code of README and of the guides compiles as it stands, runs, and prints what its comments say.</summary>
public sealed class CodeTests(BlockRunner runner) : IClassFixture<BlockRunner>
{
    /// <summary>Every C# block, by page and line.</summary>
    public static TheoryData<string> Blocks => [.. All().Select(static block => block.ToString())];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_compiles_without_a_diagnostic_and_prints_what_it_says(string name)
    {
        CodeBlock block = All().Single(block => block.ToString() == name);
        CSharpCompilation input = BlockCompiler.Compile(block);
        Compilation program = AnalyzerTest.Generate(input);
        string diagnostics = string.Join('\n', await BlockCompiler.DiagnoseAsync(program));
        Assert.True(diagnostics.Length == 0, $"{name} does not compile without a word.\n{diagnostics}");
        Regex? expected = PrintedComments.Of(block);
        if (input.Options.OutputKind == OutputKind.ConsoleApplication)
        {
            (int exitCode, string output, string error) = await runner.RunAsync(program);
            Assert.True((exitCode, error) == (0, ""), $"{name} ended with {exitCode}.\n{output}{error}");
            Assert.True(expected?.IsMatch(output) != false, $"{name} does not print what it says. It prints:\n{output}");
        }
        else
        {
            Assert.Null(expected);
        }
    }

    [Fact]
    public void Storage_of_the_guide_needs_nothing_but_what_is_public()
    {
        CodeBlock[] blocks = [.. Page.StorageGuide.Blocks.Where(static block => block.IsCSharp)];
        Assert.Equal(2, blocks.Length);
        Assert.Empty(BlockCompiler.Compile(blocks).GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public async Task Quoted_error_is_what_swapped_bounds_give()
    {
        CodeBlock block = Page.Readme.Blocks[0];
        CodeBlock swapped = block with { Code = block.Code.Replace("LogUniform(1e-4, 1e-1)", "LogUniform(1e-1, 1e-4)", StringComparison.Ordinal) };
        Assert.NotEqual(block, swapped);
        Diagnostic diagnostic = Assert.Single(await BlockCompiler.DiagnoseAsync(AnalyzerTest.Generate(BlockCompiler.Compile(swapped))));
        Assert.Contains($"{diagnostic}".Replace("Test0.cs", "Program.cs", StringComparison.Ordinal), Page.Readme.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<CodeBlock> All()
        => Page.ReadmeAndGuides.Where(static page => page != Page.StorageGuide).SelectMany(static page => page.Blocks).Where(static block => block.IsCSharp);
}
