using HyperTune.Benchmarks;

namespace HyperTune.Tests;

public sealed class SignificanceTestTests
{
    // Heights of Zea mays, crossed less self-fertilized, in eighths of an inch (C. Darwin, 1876): the negative ranks add up to 24, and 676 of the 2^15 assignments
    // of signs give at most that.
    private static readonly double[] Maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

    [Fact]
    public void Known_sample_has_its_exact_probability()
    {
        Assert.Equal(2 * 676 / 32768.0, SignificanceTest.TwoSided(Maize), 1e-12);
        Assert.Equal(2 * 676 / 32768.0, SignificanceTest.TwoSided([.. Maize.Select(static difference => -difference)]), 1e-12);
    }

    [Fact]
    public void Differences_of_one_sign_have_two_of_all_assignments()
        => Assert.Equal(2 / 1024.0, SignificanceTest.TwoSided([.. Enumerable.Range(1, 10).Select(static i => -i * 0.1)]), 1e-12);

    [Fact]
    public void Nothing_but_zeros_says_nothing()
        => Assert.Equal(1, SignificanceTest.TwoSided([0, 0, 0, 0]), 1e-12);

    // Ranks 1.5, 1.5, 3 and 4: of the 16 assignments, 2 have a negative sum of at most 1.5 and are not all positive, 1 is all positive.
    [Fact]
    public void Equal_differences_share_their_ranks()
        => Assert.Equal(2 * 3 / 16.0, SignificanceTest.TwoSided([-1, 1, 2, 3]), 1e-12);

    [Fact]
    public void Zeros_count_for_neither_side_and_raise_the_other_ranks()
        => Assert.Equal(2 / 8.0, SignificanceTest.TwoSided([0, 0, 1, 2, 3]), 1e-12);

    // Beyond 50 differences: sum 1 to 59 against 60, mean 915, variance 60 * 61 * 121 / 24.
    [Fact]
    public void Large_samples_follow_the_normal_distribution()
    {
        double[] differences = [.. Enumerable.Range(1, 60).Select(static i => i % 3 == 0 ? -(double)i : i)];
        double negative = 3 * 210;
        double deviations = (negative - 915) / Math.Sqrt(60 * 61 * 121 / 24.0);
        Assert.Equal(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, deviations), SignificanceTest.TwoSided(differences), 1e-9);
    }

    [Fact]
    public void Holm_raises_the_smallest_the_most_and_keeps_the_order()
        => Assert.Equal([0.03, 0.06, 0.06, 0.02], SignificanceTest.Holm([0.01, 0.04, 0.03, 0.005]).Select(static p => Math.Round(p, 12)));

    [Fact]
    public void Holm_stays_a_probability()
        => Assert.Equal([1, 1, 0.3], SignificanceTest.Holm([0.6, 0.9, 0.1]).Select(static p => Math.Round(p, 12)));
}
