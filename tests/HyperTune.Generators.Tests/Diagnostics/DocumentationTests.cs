using System.Collections.Immutable;
using HyperTune.Generators.Diagnostics;
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
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerTest.DiagnoseAsync(Examples(id)[0], Digests(id));
        Assert.Equal([id], diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    // What a study said of the example is old news for the repaired one.
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Repaired_example_gives_nothing(string id)
        => Assert.Empty((await AnalyzerTest.DiagnoseAsync(Examples(id)[1], Digests(id))).Where(static diagnostic => diagnostic.Id != DiagnosticIds.StaleStudy));

    private static CSharpCompilation[] Examples(string id)
    {
        CodeBlock[] examples = [.. Blocks(id).Where(static block => block.Language != "text")];
        Assert.Equal(["csharp", "csharp"], examples.Select(static example => example.Language));
        return [.. examples.Select(static example => BlockCompiler.Compile(example))];
    }

    // What a run wrote stands before the example.
    private static ImmutableArray<AdditionalText> Digests(string id)
        => [.. Blocks(id).Where(static block => block.Language == "text").Select(static block => new TestDigest(block.Code))];

    private static IReadOnlyList<CodeBlock> Blocks(string id) => Page.DiagnosticPages.Single(page => page.Path.EndsWith($"/{id}.md", StringComparison.Ordinal)).Blocks;
}
