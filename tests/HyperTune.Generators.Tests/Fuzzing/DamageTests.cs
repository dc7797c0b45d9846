using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>
/// What nobody meant to write: valid declarations, damaged at random. Whatever is left of them, the generator does not throw, which would lose the code of all
/// other types as well, and neither do the analyzers. HYPERTUNE_FUZZ_DAMAGES sets how many are tried, HYPERTUNE_FUZZ_SEED the first seed.
/// </summary>
public sealed class DamageTests(ITestOutputHelper output, FuzzReport report) : IClassFixture<FuzzReport>
{
    private static readonly int Damages = Setting("HYPERTUNE_FUZZ_DAMAGES", 500);

    private static readonly int FirstSeed = Setting("HYPERTUNE_FUZZ_SEED", 1);

    [Fact]
    public async Task Damaged_declarations_throw_nothing()
    {
        string[] corpus = [.. Directory.EnumerateFiles(Path.Combine(RepositoryFiles.TestSources, "Corpus"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        int faults = 0;
        for (int seed = FirstSeed; seed < FirstSeed + Damages; seed++)
        {
            var dice = new Dice((ulong)seed);
            string source = DamagedSource.Of(dice.Chance(0.5) ? dice.Pick(corpus) : FuzzDeclaration.Usings + RandomDeclaration.Create((ulong)seed).Code, dice);
            if (await FindFaultAsync(source, withAnalyzers: seed % 4 == 0) is { } fault)
            {
                faults++;
                output.WriteLine($"Seed {seed}: {fault}\n{source}\n");
            }
        }

        string summary = $"Fuzzer: {Damages} damaged declarations tried, {faults} faults found.";
        report.Print(summary);
        Assert.True(faults == 0, summary);
    }

    private static async Task<string?> FindFaultAsync(string source, bool withAnalyzers)
    {
        CSharpCompilation input = TestCompilation.Create(source);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SearchSpaceGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation generated, out ImmutableArray<Diagnostic> _);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            return exception.ToString();
        }

        ImmutableArray<Diagnostic> diagnostics = withAnalyzers ? await AllAnalyzers.RunAsync(generated) : [];
        return diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == "AD0001")?.ToString();
    }

    private static int Setting(string name, int standard)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
