using MathNet.Numerics.Distributions;

namespace HyperTune.Tests;

/// <summary>Normal and log-normal distributions far out in their tails.</summary>
public sealed class BellTailsTests
{
    public static TheoryData<double, double, double, double> IntegerCases => new()
    {
        { 0, 1, -40, 40 },
        { 0, 1, -9, 9 },
        { 0, 1, 0, 40 },
        { 0, 1, -40, 0 },
        { 100, 0.5, 0, 130 },
        { 0, 3, 20, 400 },
        { 0, 1, 30, 60 },
        { 500, 20, 1, 10_000 },
        { 0.5, 1e-3, -20, 20 },
    };

    [Theory]
    [MemberData(nameof(IntegerCases))]
    public void Every_whole_number_of_a_normal_range_comes_back_from_its_place(double mean, double deviation, double low, double high)
        => AssertReached(new NormalDistribution(mean, deviation, low, high, isInteger: true));

    [Theory]
    [InlineData(0, 0.1, 1, 50)]
    [InlineData(5, 0.2, 1, 5_000)]
    [InlineData(2, 1, 1, 30)]
    public void Every_whole_number_of_a_log_normal_range_comes_back_from_its_place(double mean, double deviation, double low, double high)
        => AssertReached(new LogNormalDistribution(mean, deviation, low, high, isInteger: true));

    [Fact]
    public void Whole_numbers_within_eight_deviations_are_drawn_with_the_probability_of_the_textbook()
    {
        var distribution = new NormalDistribution(10, 4, -100, 100, isInteger: true);
        for (int value = -10; value <= 30; value++)
        {
            (double begin, double end) = distribution.CellAt(distribution.ToUnit(value));
            Assert.Equal(Normal.CDF(10, 4, value + 0.5) - Normal.CDF(10, 4, value - 0.5), end - begin, 1e-10);
        }
    }

    [Theory]
    [InlineData(35.5)]
    [InlineData(37)]
    [InlineData(37.6)]
    [InlineData(38)]
    [InlineData(38.4)]
    public void Draws_beyond_thirty_seven_deviations_are_those_of_the_tail(double low)
    {
        // Beyond z the excess e has the density exp(-z e - e^2 / 2), by which its quantiles are found independently.
        var upper = new NormalDistribution(0, 1, low: low);
        var lower = new NormalDistribution(0, 1, high: -low);
        var scaled = new NormalDistribution(3, 2, low: 3 + (2 * low));
        foreach (double share in new[] { 1e-9, 0.01, 0.3, 0.5, 0.9, 0.999 })
        {
            double expected = low + ExcessQuantile(low, share);
            Assert.Equal(expected, upper.FromUnit(share), 1e-10);
            Assert.Equal(-expected, lower.FromUnit(1 - share), 1e-7);
            Assert.Equal(3 + (2 * expected), scaled.FromUnit(share), 1e-10);
            Assert.Equal(share, upper.ToUnit(expected), 1e-10);
            double step = 1e-6;
            if (share is > 0.001 and < 0.99)
            {
                double slope = (upper.FromUnit(share + step) - upper.FromUnit(share - step)) / (2 * step);
                Assert.Equal(slope, upper.UnitSlope(share), 1e-5 * slope);
            }
        }

        var random = new RandomStream(2);
        for (int i = 0; i < 1_000; i++)
        {
            Assert.InRange(upper.FromUnit(random.NextUnit()), low, low + 2);
        }
    }

    [Fact]
    public void Intervals_in_the_tail_are_kept_to()
    {
        var narrow = new NormalDistribution(0, 1, 37.5, 37.6);
        Assert.Equal((37.5, 37.6), (narrow.FromUnit(0), narrow.FromUnit(1)));
        double[] values = [.. Enumerable.Range(1, 99).Select(i => narrow.FromUnit(i / 100.0))];
        Assert.Equal(values.Order(), values);
        Assert.All(values, static value => Assert.InRange(value, 37.5, 37.6));
        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Fact]
    public void Nothing_infinite_is_drawn_however_large_the_deviation()
    {
        Distribution[] distributions =
        [
            new NormalDistribution(0, 1e308), new NormalDistribution(1.7e308, 1e308), new NormalDistribution(-1.7e308, 1.7e308, low: 0),
            new LogNormalDistribution(700, 100), new LogNormalDistribution(-700, 100), new LogNormalDistribution(0, 1e308),
            new LogNormalDistribution(0, 1, low: Math.Exp(38)), new LogNormalDistribution(0, 10, high: Math.Exp(-379)),
        ];
        var random = new RandomStream(6);
        foreach (Distribution distribution in distributions)
        {
            double[] units = [0, double.Epsilon, Math.BitDecrement(1), 1, .. Enumerable.Range(0, 500).Select(_ => random.NextUnit())];
            Assert.All(units, unit => Assert.True(distribution.Contains(distribution.FromUnit(unit)), $"{distribution}: {unit:R}"));
            Assert.All(units, unit => Assert.InRange(distribution.ToUnit(distribution.FromUnit(unit)), 0, 1));
            Assert.True(distribution is NormalDistribution || distribution.FromUnit(0) > 0);
        }
    }

    private static void AssertReached(Distribution distribution)
    {
        double before = -1;
        for (double value = distribution.Low; value <= distribution.High; value++)
        {
            double unit = distribution.ToUnit(value);
            Assert.True(unit > before, $"{distribution}: {value} lies at {unit:R}, after {before:R}.");
            Assert.InRange(unit, 0, 1);
            Assert.Equal(value, distribution.FromUnit(unit));
            before = unit;
        }
    }

    // Solves the share of the excess up to e by bisection, the integral by Simpson's rule.
    private static double ExcessQuantile(double z, double share)
    {
        double whole = Integral(z, 1);
        double low = 0;
        double high = 1;
        for (int i = 0; i < 45; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Integral(z, middle) < share * whole ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Integral(double z, double end)
    {
        const int Parts = 20_000;
        double sum = 0;
        for (int i = 0; i <= Parts; i++)
        {
            double e = end * i / Parts;
            sum += Math.Exp((-z * e) - (0.5 * e * e)) * (i is 0 or Parts ? 1 : i % 2 == 1 ? 4 : 2);
        }

        return sum * end / Parts / 3;
    }
}
