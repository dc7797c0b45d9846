using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests.Diagnostics;

/// <summary>The storage that the guide shows needs nothing but what is public.</summary>
public sealed class StorageGuideTests
{
    private const string ImplicitUsings = "global using System.IO;\nglobal using System.Linq;\nglobal using System.Threading;\nglobal using System.Threading.Tasks;\n";

    [Fact]
    public void The_code_compiles_in_a_program_of_its_own()
    {
        string guide = File.ReadAllText(Path.GetFullPath(Path.Combine(RepositoryFiles.Generators, "..", "HyperTune", "Documentation", "Storages.md")));
        string[] blocks = [.. Regex.Matches(guide, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(static match => match.Groups[1].Value)];
        Assert.Equal(2, blocks.Length);
        CSharpCompilation program = AnalyzerTest.Compile(blocks[0])
            .AddReferences(Sqlite())
            .AddSyntaxTrees(TestCompilation.Parse(blocks[1], "Second.cs"), TestCompilation.Parse(ImplicitUsings, "ImplicitUsings.cs"));
        Assert.Empty(program.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    private static IEnumerable<MetadataReference> Sqlite()
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "Microsoft.Data.Sqlite.dll")
            .Select(static path => MetadataReference.CreateFromFile(path));
}
