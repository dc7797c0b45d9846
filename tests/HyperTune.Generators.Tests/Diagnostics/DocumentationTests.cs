using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

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

    private static string[] Examples(string id)
    {
        string[] examples = [.. Regex.Matches(File.ReadAllText(RepositoryFiles.Page(id)), "```csharp\n(.*?)```", RegexOptions.Singleline).Select(static match => match.Groups[1].Value)];
        Assert.Equal(2, examples.Length);
        return examples;
    }
}
