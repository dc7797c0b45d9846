using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests.Diagnostics;

/// <summary>What README shows is compiled: every C# block as it stands, and the error it quotes is the one that the compiler gives.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.GetFullPath(Path.Combine(RepositoryFiles.Generators, "..", "..", "README.md")));

    /// <summary>What a new project has by its implicit usings, beyond those of every analyzer test.</summary>
    private const string ImplicitUsings = "global using System.IO;\nglobal using System.Linq;\nglobal using System.Threading;\nglobal using System.Threading.Tasks;\n";

    private static readonly string[] Blocks =
        [.. Regex.Matches(Readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(static match => match.Groups[1].Value)];

    public static TheoryData<int> BlockNumbers => [.. Enumerable.Range(0, Blocks.Length)];

    [Theory]
    [MemberData(nameof(BlockNumbers))]
    public async Task Code_block_compiles_without_a_diagnostic(int block)
        => Assert.Empty((await DiagnoseAsync(Blocks[block])).Select(static diagnostic => diagnostic.ToString()));

    [Fact]
    public async Task Quoted_error_is_what_swapped_bounds_give()
    {
        string code = Blocks[0].Replace("LogUniform(1e-4, 1e-1)", "LogUniform(1e-1, 1e-4)", StringComparison.Ordinal);
        Assert.NotEqual(Blocks[0], code);
        Diagnostic diagnostic = Assert.Single(await DiagnoseAsync(code));
        Assert.Contains($"{diagnostic}".Replace("Test0.cs", "Program.cs", StringComparison.Ordinal), Readme, StringComparison.Ordinal);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(string code)
    {
        CSharpCompilation input = AnalyzerTest.Compile(code).AddSyntaxTrees(TestCompilation.Parse(ImplicitUsings, "ImplicitUsings.cs"));
        bool isProgram = (await input.SyntaxTrees[0].GetRootAsync()).ChildNodes().Any(static node => node.IsKind(SyntaxKind.GlobalStatement));
        Compilation output = AnalyzerTest.Generate(input.WithOptions(
            input.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)));
        return
        [
            .. output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            .. await AllAnalyzers.RunAsync(output),
        ];
    }
}
