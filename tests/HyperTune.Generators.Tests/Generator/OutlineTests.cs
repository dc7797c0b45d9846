using HyperTune.Generators.Hints;
using HyperTune.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Tests;

/// <summary>The analyzer knows the fingerprint of a space while it is edited: that which the runtime computes of the compiled type.</summary>
public sealed class OutlineTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.TestSources, "Corpus");

    public static TheoryData<string> Names => CorpusTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_and_fingerprint_are_those_of_the_runtime(string name)
    {
        string source = File.ReadAllText(Path.Combine(Folder, name + ".cs"));
        Compilation compilation = GeneratorRun.Of(source).Output;
        using CompiledSpaces spaces = CompiledSpaces.Of(source);
        foreach (SearchSpace space in spaces.All.Select(static driver => driver.Space))
        {
            INamedTypeSymbol type = compilation.GetTypeByMetadataName(space.ConfigType.FullName!)!;
            SpaceOutline outline = SpaceOutline.Of(type, compilation, CancellationToken.None)!;
            Assert.Equal(
                space.Parameters.Select(static parameter => parameter.Name).Order(StringComparer.Ordinal),
                outline.Entries.Select(static entry => entry.Name).Order(StringComparer.Ordinal));
            Assert.Equal(space.Fingerprint, outline.Fingerprint());
        }
    }
}
