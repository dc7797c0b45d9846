using MathNet.Numerics.Distributions;

namespace HyperTune.Tests;

/// <summary>What every distribution promises, tried on many of each kind whose bounds are drawn with a fixed seed.</summary>
public sealed class DistributionTests
{
    [Theory]
    [MemberData(nameof(DrawnDistributions.Kinds), MemberType = typeof(DrawnDistributions))]
    public void Every_place_of_the_unit_interval_has_an_allowed_value_and_the_order_is_kept(string kind)
    {
        foreach ((Distribution distribution, RandomStream random) in DrawnDistributions.Of(kind))
        {
            RandomStream stream = random;
            double[] units = [0, double.Epsilon, 0.5, Math.BitDecrement(1), 1, .. Enumerable.Range(0, 40).Select(_ => stream.NextUnit())];
            Array.Sort(units);
            double[] values = [.. units.Select(distribution.FromUnit)];
            Assert.All(values, value => Assert.True(distribution.Contains(value), $"{distribution} gave {value:R}."));
            Assert.Equal(values.Order(), values);
        }
    }

    [Theory]
    [MemberData(nameof(DrawnDistributions.Kinds), MemberType = typeof(DrawnDistributions))]
    public void A_value_comes_back_from_its_place_in_the_unit_interval(string kind)
    {
        foreach ((Distribution distribution, RandomStream random) in DrawnDistributions.Of(kind))
        {
            RandomStream stream = random;
            for (int i = 0; i < 40; i++)
            {
                double value = distribution.FromUnit(0.001 + (0.998 * stream.NextUnit()));
                double unit = distribution.ToUnit(value);
                double again = distribution.FromUnit(unit);
                Assert.InRange(unit, 0, 1);
                double tolerance = distribution.IsContinuous ? 1e-9 * Math.Max(Math.Abs(value), Spread(distribution)) : 0;
                Assert.True(Math.Abs(value - again) <= tolerance, $"{distribution}: {value:R} became {again:R}.");
            }
        }
    }

    [Theory]
    [InlineData("stepped")]
    [InlineData("integers")]
    [InlineData("log-uniform integers")]
    [InlineData("normal integers")]
    [InlineData("log-normal integers")]
    [InlineData("choice")]
    [InlineData("ordinal")]
    public void Discrete_values_are_numbered_in_ascending_order_and_nothing_between_them_is_allowed(string kind)
    {
        foreach ((Distribution distribution, _) in DrawnDistributions.Of(kind))
        {
            long count = distribution.Count!.Value;
            Assert.Equal(distribution.Low, distribution.FromIndex(0));
            Assert.Equal(distribution.High, distribution.FromIndex(count - 1));
            double previous = double.NegativeInfinity;
            for (long index = 0; index < Math.Min(count, 200); index++)
            {
                double value = distribution.FromIndex(index);
                Assert.True(value > previous);
                Assert.True(distribution.Contains(value));
                Assert.False(double.IsFinite(previous) && distribution.Contains((previous + value) / 2));
                previous = value;
            }
        }
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("log-uniform")]
    [InlineData("log-uniform integers")]
    [InlineData("normal")]
    [InlineData("normal integers")]
    [InlineData("log-normal")]
    [InlineData("log-normal integers")]
    [InlineData("stepped")]
    [InlineData("integers")]
    public void Both_ends_are_reached_and_nothing_lies_outside(string kind)
    {
        foreach ((Distribution distribution, _) in DrawnDistributions.Of(kind))
        {
            Assert.Equal(distribution.Low, distribution.FromUnit(0));
            Assert.Equal(distribution.High, distribution.FromUnit(1));
            Assert.Equal(distribution.Low, distribution.FromUnit(distribution.ToUnit(distribution.Low)));
            Assert.Equal(distribution.High, distribution.FromUnit(distribution.ToUnit(distribution.High)));
            double[] outside =
            [
                Math.BitDecrement(distribution.Low), Math.BitIncrement(distribution.High), double.NaN, double.NegativeInfinity, double.PositiveInfinity,
            ];
            Assert.All(outside, value => Assert.False(distribution.Contains(value)));
            Assert.Equal(distribution.IsContinuous ? 0 : distribution.ToUnit(distribution.Low), distribution.ToUnit(distribution.Low - 1));
            Assert.Equal(distribution.IsContinuous ? 1 : distribution.ToUnit(distribution.High), distribution.ToUnit(distribution.High + 1));
        }
    }

    [Fact]
    public void Both_ends_of_an_integer_range_are_as_likely_as_the_values_between()
    {
        var dice = new UniformDistribution(1, 6, 1);
        var random = new RandomStream(11);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++)
        {
            counts[(int)dice.FromUnit(random.NextUnit()) - 1]++;
        }

        // The 99.9 % quantile of chi-square with 5 degrees of freedom.
        Assert.InRange(RandomStreamTests.ChiSquare(counts), 0, 20.5);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Quantiles_are_those_of_the_textbook(double unit)
    {
        Assert.Equal(Normal.InvCDF(2, 3, unit), new NormalDistribution(2, 3).FromUnit(unit), 1e-12);
        Assert.Equal(LogNormal.InvCDF(2, 0.5, unit), new LogNormalDistribution(2, 0.5).FromUnit(unit), 1e-9);
        double low = Normal.CDF(2, 3, 1);
        double truncated = Normal.InvCDF(2, 3, low + (unit * (Normal.CDF(2, 3, 4) - low)));
        Assert.Equal(truncated, new NormalDistribution(2, 3, 1, 4).FromUnit(unit), 1e-9);
        Assert.Equal(Math.Pow(1000, unit), new LogUniformDistribution(1, 1000).FromUnit(unit), 1e-9);
    }

    [Fact]
    public void Far_tails_keep_their_digits()
    {
        // Given a value above 8 standard deviations, its mean excess is about 0.12, in either direction.
        Assert.InRange(new NormalDistribution(0, 1, 8).FromUnit(0.5), 8.05, 8.15);
        Assert.InRange(new NormalDistribution(0, 1, high: -8).FromUnit(0.5), -8.15, -8.05);
        Assert.InRange(new NormalDistribution(0, 1, 30, 31).FromUnit(0.5), 30, 30.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new NormalDistribution(0, 1, 50, 51));
    }

    [Fact]
    public void Steps_are_the_decimal_numbers_that_were_written()
    {
        var tenths = new UniformDistribution(0.1, 0.9, 0.1);
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], Enumerable.Range(0, 9).Select(i => tenths.FromIndex(i)));
        var computed = new UniformDistribution(3 * 0.1, 0.9, 0.1);
        Assert.Equal([0.30000000000000004, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], Enumerable.Range(0, 7).Select(i => computed.FromIndex(i)));
        Assert.True(computed.Contains(computed.FromUnit(0)));
    }

    [Fact]
    public void The_largest_ranges_do_not_overflow()
    {
        var everything = new UniformDistribution(-double.MaxValue, double.MaxValue);
        Assert.Equal(0, everything.FromUnit(0.5));
        Assert.Equal(0.5, everything.ToUnit(0));
        Assert.Equal(double.MaxValue, everything.FromUnit(1));
        var integers = new UniformDistribution(int.MinValue, int.MaxValue, 1);
        Assert.Equal(int.MinValue, integers.FromUnit(0));
        Assert.Equal(int.MaxValue, integers.FromUnit(1));
        Assert.Equal(1L << 32, integers.Count);
    }

    [Fact]
    public void Arguments_outside_their_range_are_refused_with_the_range()
    {
        Assert.Contains("at least the low end, 2", Assert.Throws<ArgumentOutOfRangeException>(() => new UniformDistribution(2, 1)).Message);
        Assert.Contains("finite", Assert.Throws<ArgumentOutOfRangeException>(() => new UniformDistribution(double.NaN, 1)).Message);
        Assert.Contains("at least 0", Assert.Throws<ArgumentOutOfRangeException>(() => new UniformDistribution(0, 1, -1)).Message);
        Assert.Contains("above 0", Assert.Throws<ArgumentOutOfRangeException>(() => new LogUniformDistribution(0, 1)).Message);
        Assert.Contains("above 0", Assert.Throws<ArgumentOutOfRangeException>(() => new NormalDistribution(0, 0)).Message);
        Assert.Contains("at least one value", Assert.Throws<ArgumentException>(() => new ChoiceDistribution([])).Message);
        Assert.Throws<InvalidOperationException>(() => new UniformDistribution(0, 1).FromIndex(0));
    }

    private static double Spread(Distribution distribution)
        => double.IsInfinity(distribution.High) || double.IsInfinity(distribution.Low) ? 1 : distribution.High - distribution.Low;
}
