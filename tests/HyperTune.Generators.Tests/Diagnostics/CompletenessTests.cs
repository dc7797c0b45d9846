using System.Reflection;
using System.Text.RegularExpressions;
using HyperTune.CodeFixes;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Tests.Diagnostics;

/// <summary>An id is complete when its descriptor, its page, its row in the release file and its tests all exist and agree.</summary>
public sealed class CompletenessTests
{
    public static TheoryData<string> Ids => [.. AllAnalyzers.Descriptors.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_id_has_one_descriptor_that_an_analyzer_reports()
    {
        // DiagnosticIds is compiled into the fixes, too; the generator's is meant.
        Type ids = typeof(SearchSpaceGenerator).Assembly.GetType(typeof(DiagnosticIds).FullName!)!;
        string[] constants = [.. ids.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
        Assert.Equal(constants.Distinct(), constants);
        Assert.Equal(constants, AllAnalyzers.Descriptors.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            AllAnalyzers.Descriptors.Length,
            AllAnalyzers.Instances.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_follows_its_band(string id)
    {
        DiagnosticDescriptor descriptor = Find(id);
        string category = id[..3] switch
        {
            "HT1" => Categories.Declaration,
            "HT2" => Categories.Range,
            "HT3" => Categories.Condition,
            "HT4" => Categories.Usage,
            _ => "no band",
        };
        Assert.Matches("^HT[0-9]{4}$", id);
        Assert.Equal(category, descriptor.Category);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.EndsWith($"/src/HyperTune.Generators/Documentation/{id}.md", descriptor.HelpLinkUri);
        Assert.DoesNotMatch("[.]$", descriptor.Title.ToString());
        Assert.Matches("[.]$", descriptor.Description.ToString());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_states_what_the_descriptor_states(string id)
    {
        DiagnosticDescriptor descriptor = Find(id);
        string page = File.ReadAllText(RepositoryFiles.Page(id));
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page);
        Assert.Contains($"| {descriptor.Category} | {descriptor.DefaultSeverity} |", page);
        Assert.All(["## Cause", "## Example", "## How to fix it", "## When to suppress it"], heading => Assert.Contains($"\n{heading}\n", page));
        Assert.Contains($"| [{id}]({id}.md) | {descriptor.Title} | {descriptor.DefaultSeverity} |", File.ReadAllText(Path.Combine(RepositoryFiles.Documentation, "README.md")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_names_a_fix_where_there_is_one(string id)
        => Assert.Equal(FixableIds().Contains(id), !File.ReadAllText(RepositoryFiles.Page(id)).Contains("| none |\n"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Release_file_has_the_row(string id)
    {
        DiagnosticDescriptor descriptor = Find(id);
        string releases = string.Concat(Directory.EnumerateFiles(RepositoryFiles.Generators, "AnalyzerReleases.*.md").Select(File.ReadAllText));
        Assert.Single(Regex.Matches(releases, $"^{id} \\| {Regex.Escape(descriptor.Category)} \\| {descriptor.DefaultSeverity} \\|", RegexOptions.Multiline));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Tests_mark_the_id_and_spell_out_its_message(string id)
    {
        string tests = string.Concat(Directory.EnumerateFiles(Path.Combine(RepositoryFiles.TestSources, "Analyzers"), "*.cs").Select(File.ReadAllText));
        Assert.Contains($"{{|{id}:", tests);
        Assert.Contains(id, MessageTests.Ids);
    }

    [Fact]
    public void Every_page_belongs_to_an_id()
        => Assert.Equal(
            AllAnalyzers.Descriptors.Select(static descriptor => descriptor.Id + ".md").Append("README.md").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(RepositoryFiles.Documentation).Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_fix_can_fix_all_and_is_exported()
        => Assert.All(Fixes(), static fix =>
        {
            Assert.NotNull(fix.GetFixAllProvider());
            Assert.Contains(LanguageNames.CSharp, fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages);
            Assert.EndsWith("CodeFix", fix.GetType().Name);
        });

    [Fact]
    public void Analyzers_are_exported_for_CSharp()
        => Assert.All(AllAnalyzers.Instances, static analyzer
            => Assert.Equal([LanguageNames.CSharp], analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages));

    private static DiagnosticDescriptor Find(string id) => AllAnalyzers.Descriptors.Single(descriptor => descriptor.Id == id);

    private static IEnumerable<CodeFixProvider> Fixes() => typeof(TextCodeFix).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!);

    private static HashSet<string> FixableIds() => [.. Fixes().SelectMany(static fix => fix.FixableDiagnosticIds)];
}
