using HyperTune.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests;

/// <summary>
/// Valid declarations of every shape that anybody thought of, a file each in the folder Corpus: neither the compiler nor an analyzer of ours has anything
/// to say about them, and each of their spaces does what it says.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.TestSources, "Corpus");

    public static TheoryData<string> Names => new(Directory.EnumerateFiles(Folder, "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Declaration_compiles_silently_and_round_trips(string name)
    {
        string source = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".cs"));
        GeneratorRun run = GeneratorRun.Of(source);
        Assert.Empty((await AllAnalyzers.RunAsync(run.Output)).Select(static diagnostic => diagnostic.ToString()));
        using CompiledSpaces spaces = CompiledSpaces.Of(source);
        Assert.NotEmpty(spaces.Assembly.GetTypes());
        foreach (ISpaceDriver driver in spaces.All.Where(static driver => !driver.Space.HasConstraints))
        {
            SpaceLaws.AssertHold(driver);
        }
    }
}
