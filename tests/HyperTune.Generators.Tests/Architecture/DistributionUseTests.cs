using HyperTune.Generators.Tests.Diagnostics;

namespace HyperTune.Generators.Tests.Architecture;

/// <summary>Distributions answer for themselves, so that a new one touches few files of the runtime.</summary>
public sealed class DistributionUseTests
{
    private const string Home = "Spaces/Distributions/";

    private static readonly SourceHouse House = SourceHouse.Read(Path.GetFullPath(Path.Combine(RepositoryFiles.Generators, "..", "HyperTune")));

    [Theory]
    [InlineData("Normal")]
    [InlineData("LogNormal")]
    public void Only_the_reader_of_its_text_and_the_journal_name_a_distribution(string kind)
        => Assert.Equal(
            ["DistributionText.cs", "JournalDistributions.cs"],
            UsersOf($"{kind}Distribution.cs").Select(static file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Uniform")]
    [InlineData("LogUniform")]
    [InlineData("Normal")]
    [InlineData("LogNormal")]
    [InlineData("Choice")]
    [InlineData("Ordinal")]
    public void Nothing_that_learns_or_decides_asks_which_distribution_it_is(string kind)
    {
        Assert.NotEmpty(UsersOf($"{kind}Distribution.cs"));
        Assert.DoesNotContain(UsersOf($"{kind}Distribution.cs"), static file => file.TopRoom is "Models" or "Strategies" or "Pruning" or "State" or "Studies");
    }

    private static IEnumerable<NamedFile> UsersOf(string file) => House.Uses.Where(use => use.To.Path == Home + file).Select(static use => use.From);
}
