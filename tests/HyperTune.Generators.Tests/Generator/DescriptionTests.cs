using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests;

/// <summary>What documentation comments say is there at run time, with and without a documentation file.</summary>
public sealed class DescriptionTests
{
    private const string Source = """
        using System.Collections.Immutable;
        using HyperTune;

        namespace App
        {
            /// <summary>A config.</summary>
            /// <param name="Rate">How far a step   goes, <see cref="Config"/> wise.</param>
            [SearchSpace] public partial record Config([LogUniform(0.001, 1)] double Rate)
            {
                /// <summary>
                /// Units of a "layer" &amp; more;
                /// in each.
                /// </summary>
                [Repeat(1, 3)][Uniform(1, 64)] public ImmutableArray<int> Hidden { get; init; } = [16];

                // Not documentation.
                [Choice("a", "b")] public string Kind { get; init; } = "a";

                /// <summary>Stages in order.</summary>
                [Permutation(3)] public ImmutableArray<int> Order { get; init; }

                /// <summary>On or off.</summary>
                [Choice] public bool Bias { get; init; }
            }

            [Metrics] public readonly partial record struct Score
            {
                /// <summary>The share that is right.</summary>
                [Maximize] public double Accuracy { get; init; }

                [AtMost(3)] public double Cost { get; init; }
            }

            public static class Look
            {
                public static string All => string.Join("|", System.Linq.Enumerable.Select(Config.Space.Parameters, p => $"{p.Name}={p.Description ?? "-"}"));
                public static string Metrics => string.Join("|", System.Linq.Enumerable.Select(Score.Metrics.All, m => $"{m.Name}={m.Description ?? "-"}"));
            }
        }
        """;

    [Fact]
    public void Summaries_are_there_at_run_time()
    {
        using CompiledSpaces compiled = CompiledSpaces.Of(Source);
        Type look = compiled.Assembly.GetType("App.Look")!;
        const string hidden = "Units of a \"layer\" & more; in each.";
        Assert.Equal(
            $"Rate=How far a step goes, Config wise.|Hidden.Count=-|Hidden[0]={hidden}|Hidden[1]={hidden}|Hidden[2]={hidden}|Kind=-"
                + "|Order[0]=Stages in order.|Order[1]=Stages in order.|Order[2]=Stages in order.|Bias=On or off.",
            look.GetProperty("All")!.GetValue(null));
        Assert.Equal("Accuracy=The share that is right.|Cost=-", look.GetProperty("Metrics")!.GetValue(null));
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    public void Project_without_a_documentation_file_has_the_same(DocumentationMode mode)
    {
        CSharpParseOptions options = TestCompilation.ParseOptions.WithDocumentationMode(mode);
        SyntaxTree[] trees = [.. TestCompilation.Create(Source).SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), options, tree.FilePath))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SearchSpaceGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGenerators(CSharpCompilation.Create("TestProject", trees, TestCompilation.References, TestCompilation.Options));
        IEnumerable<string> written = driver.GetRunResult().Results.Single().GeneratedSources
            .OrderBy(static source => source.HintName, StringComparer.Ordinal)
            .Select(static source => $"{source.SourceText}");
        Assert.Equal(GeneratorRun.Of(Source).Text, string.Join("\n", written));
    }
}
