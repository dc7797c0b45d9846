using System.Collections.Immutable;
using HyperTune.Generators.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Generators.Tests.Diagnostics;

/// <summary>The examples of the pages are compiled: the failing one gives exactly its id, the repaired one nothing at all.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Ids => CompletenessTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Failing_example_gives_exactly_its_id(string id)
    {
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerTest.DiagnoseAsync(Examples(id)[0]);
        Assert.Equal([id], diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Repaired_example_gives_nothing(string id) => Assert.Empty(await AnalyzerTest.DiagnoseAsync(Examples(id)[1]));

    private static CSharpCompilation[] Examples(string id)
    {
        CodeBlock[] examples = [.. Page.DiagnosticPages.Single(page => page.Path.EndsWith($"/{id}.md", StringComparison.Ordinal)).Blocks];
        Assert.Equal(["csharp", "csharp"], examples.Select(static example => example.Language));
        return [.. examples.Select(static example => BlockCompiler.Compile(example))];
    }
}
