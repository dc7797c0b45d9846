namespace HyperTune.Tests;

/// <summary>What a distribution says about itself: slopes, ends, the nearest value, what it covers.</summary>
public sealed class DistributionAnswersTests
{
    [Theory]
    [InlineData("uniform")]
    [InlineData("log-uniform")]
    [InlineData("normal")]
    [InlineData("unlimited normal")]
    [InlineData("log-normal")]
    [InlineData("unlimited log-normal")]
    public void Slope_is_the_derivative_of_the_value(string kind)
    {
        const double Step = 1e-5;
        foreach ((Distribution distribution, RandomStream random) in DrawnDistributions.Of(kind))
        {
            RandomStream stream = random;
            for (int i = 0; i < 20; i++)
            {
                // Far in a truncated tail finite differences lose their digits before the slope does.
                double unit = 0.02 + (0.96 * stream.NextUnit());
                double difference = (distribution.FromUnit(unit + Step) - distribution.FromUnit(unit - Step)) / (2 * Step);
                Assert.Equal(difference, distribution.UnitSlope(unit), 1e-5 * difference);
            }
        }
    }

    [Theory]
    [MemberData(nameof(DrawnDistributions.Kinds), MemberType = typeof(DrawnDistributions))]
    public void Slope_of_a_continuous_distribution_is_never_negative_and_there_is_none_of_a_discrete_one(string kind)
    {
        double[] units = [-1, 0, double.Epsilon, 0.3, Math.BitDecrement(1), 1, 2];
        foreach ((Distribution distribution, _) in DrawnDistributions.Of(kind))
        {
            Assert.All(units, unit => Assert.Equal(distribution.IsContinuous, distribution.UnitSlope(unit) >= 0));
            Assert.Equal(distribution.UnitSlope(0), distribution.UnitSlope(-1));
            Assert.Equal(distribution.UnitSlope(1), distribution.UnitSlope(2));
        }
    }

    [Theory]
    [MemberData(nameof(DrawnDistributions.Kinds), MemberType = typeof(DrawnDistributions))]
    public void Snapping_gives_the_nearest_allowed_value_and_leaves_allowed_ones_alone(string kind)
    {
        foreach ((Distribution distribution, RandomStream random) in DrawnDistributions.Of(kind))
        {
            RandomStream stream = random;
            double center = distribution.FromUnit(0.5);
            double width = distribution.FromUnit(0.99) - distribution.FromUnit(0.01) + 1;
            double[] numbers =
            [
                double.NegativeInfinity, double.MinValue, 0, double.MaxValue, double.PositiveInfinity,
                .. Enumerable.Range(0, 40).Select(_ => center + (width * (stream.NextUnit() - 0.5))),
            ];
            foreach (double number in numbers)
            {
                double snapped = distribution.Snap(number);
                Assert.True(distribution.Contains(snapped), $"{distribution} snapped {number:R} to {snapped:R}.");
                Assert.Equal(snapped, distribution.Snap(snapped));

                double other = distribution.FromUnit(stream.NextUnit());
                Assert.True(Math.Abs(snapped - number) <= Math.Abs(other - number) * (1 + 1e-9), $"{other:R} is nearer to {number:R} than {snapped:R}.");
                Assert.Equal(other, distribution.Snap(other));
            }

            Assert.Equal(double.NaN, distribution.Snap(double.NaN));
        }
    }

    [Theory]
    [MemberData(nameof(DrawnDistributions.Kinds), MemberType = typeof(DrawnDistributions))]
    public void Ends_with_a_value_have_a_finite_place_and_slope(string kind)
    {
        foreach ((Distribution distribution, _) in DrawnDistributions.Of(kind))
        {
            Assert.Equal(!kind.StartsWith("unlimited", StringComparison.Ordinal), distribution.HasLowEnd);
            Assert.Equal(!kind.StartsWith("unlimited", StringComparison.Ordinal), distribution.HasHighEnd);
            if (distribution.HasLowEnd)
            {
                Assert.True(distribution.Contains(distribution.Low));
                Assert.True(!distribution.IsContinuous || double.IsFinite(distribution.UnitSlope(0)));
            }
        }

        Assert.False(new LogNormalDistribution(0, 1).HasLowEnd);
        Assert.True(new LogNormalDistribution(0, 1, 0.1).HasLowEnd);
        Assert.False(new NormalDistribution(0, 1, low: 0).HasHighEnd);
    }

    [Theory]
    [MemberData(nameof(DrawnDistributions.Kinds), MemberType = typeof(DrawnDistributions))]
    public void Every_distribution_covers_itself_and_no_other_kind(string kind)
    {
        Distribution[] drawn = [.. DrawnDistributions.Of(kind).Select(static pair => pair.Distribution).Take(20)];
        Assert.All(drawn, static distribution => Assert.True(distribution.Covers(distribution)));
        Assert.All(drawn, static distribution => Assert.Equal(distribution is UniformDistribution, new UniformDistribution(-1e9, 1e9).Covers(distribution)));
        Assert.All(
            drawn.SelectMany(outer => drawn.Where(outer.Covers).Select(inner => (outer, inner))),
            static pair => Assert.All(
                Enumerable.Range(0, 20).Select(place => pair.inner.FromUnit(place / 20.0)),
                value => Assert.True(pair.inner is ListDistribution || pair.outer.Contains(value), $"{pair.outer} lacks {value:R} of {pair.inner}.")));
    }

    [Fact]
    public void A_part_is_covered_by_the_whole_and_not_the_other_way_round()
    {
        AssertPart(new UniformDistribution(0, 1), new UniformDistribution(0, 0.5));
        AssertPart(new UniformDistribution(0, 1), new UniformDistribution(0, 1, 0.5));
        AssertPart(new UniformDistribution(0, 8, 1), new UniformDistribution(2, 8, 2));
        AssertPart(new LogUniformDistribution(1, 100), new LogUniformDistribution(2, 50, isInteger: true));
        AssertPart(new NormalDistribution(0, 1), new NormalDistribution(0, 1, -2, 2));
        AssertPart(new LogNormalDistribution(0, 1, 0, 9), new LogNormalDistribution(0, 1, 1, 9));
        AssertPart(new ChoiceDistribution(["a", "b"]), new ChoiceDistribution(["b"]));
        Assert.False(new UniformDistribution(0, 8, 2).Covers(new UniformDistribution(1, 7, 2)));
        Assert.False(new NormalDistribution(0, 1).Covers(new NormalDistribution(0, 1.1, -2, 2)));
        Assert.False(new LogNormalDistribution(0, 1).Covers(new LogNormalDistribution(0.1, 1, 1, 2)));
        Assert.False(new ChoiceDistribution(["a", "b"]).Covers(new OrdinalDistribution(["a", "b"])));

        static void AssertPart(Distribution whole, Distribution part)
        {
            Assert.True(whole.Covers(part));
            Assert.False(part.Covers(whole));
        }
    }
}
