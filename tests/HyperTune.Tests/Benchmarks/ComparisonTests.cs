using HyperTune.Benchmarks;

namespace HyperTune.Tests;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(1.0, 1.04, Verdict.Tied)]
    [InlineData(1.0, 1.06, Verdict.Won)]
    [InlineData(1.06, 1.0, Verdict.Lost)]
    [InlineData(0.0, 0.009, Verdict.Tied)]
    [InlineData(0.0, 0.011, Verdict.Won)]
    public void Medians_tie_when_close_or_when_both_have_solved_the_problem(double ours, double theirs, Verdict expected)
        => Assert.Equal(expected, Comparison.Compare(ours, theirs, random: 100));

    [Fact]
    public void Quartiles_interpolate_between_order_statistics()
        => Assert.Equal(new Quartiles(2.5, 1.75, 3.25), Quartiles.Of([4, 1, 3, 2]));

    [Fact]
    public void Published_tie_rule_uses_the_published_random_search()
        => Assert.Equal(1.28554, PeerFigures.Of(PublicProblems.All.Single(static problem => problem.Name == "hartmann6")).Random, 1e-9);
}
