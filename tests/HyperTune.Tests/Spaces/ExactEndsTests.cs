namespace HyperTune.Tests;

/// <summary>The ends of ranges and the points of grids are the numbers that were written.</summary>
public sealed class ExactEndsTests
{
    private static readonly double[] Bounds = [5e-324, 1e-300, 1e-5, 1e-4, 0.001, 0.01, 0.1, 0.3, 0.7, 1, 3, 10, 123.456, 1e6, 1e22, 1e300, 1.7e308];

    public static TheoryData<double, double> Ranges
    {
        get
        {
            var data = new TheoryData<double, double>();
            foreach (double low in Bounds)
            {
                foreach (double high in Bounds.Where(high => high > low))
                {
                    data.Add(low, high);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Logarithmic_ranges_give_their_ends_and_nothing_a_few_bits_beside_them(double low, double high)
    {
        var distribution = new LogUniformDistribution(low, high);
        Assert.Equal((low, high), (distribution.FromUnit(0), distribution.FromUnit(1)));
        Assert.Equal((0, 1), (distribution.ToUnit(low), distribution.ToUnit(high)));
        double unit = 0;
        double fromTop = 1;
        for (int i = 0; i < 40; i++)
        {
            AssertNotBeside(distribution.FromUnit(unit), low);
            AssertNotBeside(distribution.FromUnit(fromTop), high);
            unit = unit == 0 ? 1e-18 : 2 * unit;
            fromTop = 1 - ((i + 1) * 1.2e-16);
        }
    }

    [Theory]
    [InlineData(-0.3, 0.6, 4, new[] { -0.3, 0, 0.3, 0.6 })]
    [InlineData(-0.1, 0.2, 4, new[] { -0.1, 0, 0.1, 0.2 })]
    [InlineData(-1, 1, 11, new[] { -1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(0, 1, 11, new[] { 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1 })]
    [InlineData(-0.7, 1.4, 4, new[] { -0.7, 0, 0.7, 1.4 })]
    [InlineData(-3e-12, 6e-12, 4, new[] { -3e-12, 0, 3e-12, 6e-12 })]
    [InlineData(-3e20, 6e20, 4, new[] { -3e20, 0, 3e20, 6e20 })]
    [InlineData(0, 1, 4, new[] { 0, 1.0 / 3, 2.0 / 3, 1 })]
    [InlineData(-2.1, 2.1, 1, new[] { 0.0 })]
    public void Even_grids_have_the_points_that_a_human_would_write(double low, double high, int points, double[] expected)
    {
        AssertPoints(new UniformDistribution(low, high), points, expected);
        if (points > 2)
        {
            var steps = new UniformDistribution(low, high, (high - low) / (points - 1));
            double tolerance = 4 * Ulps.Of(Math.Max(-low, high));
            Assert.All(Enumerable.Range(0, points), i => Assert.Equal(expected[i], steps.FromIndex(i), tolerance));
        }
    }

    [Fact]
    public void Steps_over_zero_have_zero()
    {
        foreach (double step in new[] { 0.1, 0.3, 0.7, 1e-3, 1e-13, 3e-15, 1e14, 1.1e20 })
        {
            var distribution = new UniformDistribution(-step, 2 * step, step);
            double[] values = [.. Enumerable.Range(0, 4).Select(i => distribution.FromIndex(i))];
            Assert.Equal([-step, 0, step, 2 * step], values);
            Assert.False(double.IsNegative(values[1]));
        }
    }

    [Theory]
    [InlineData(1e-4, 1e-1, 4, new[] { 1e-4, 1e-3, 1e-2, 1e-1 })]
    [InlineData(1e-5, 1, 6, new[] { 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1 })]
    [InlineData(1e-3, 1e3, 3, new[] { 1e-3, 1, 1e3 })]
    [InlineData(0.01, 100, 1, new[] { 1.0 })]
    [InlineData(1e-300, 1e300, 5, new[] { 1e-300, 1e-150, 1, 1e150, 1e300 })]
    [InlineData(0.25, 4, 5, new[] { 0.25, 0.5, 1, 2, 4 })]
    public void Logarithmic_grids_have_the_points_that_a_human_would_write(double low, double high, int points, double[] expected)
        => AssertPoints(new LogUniformDistribution(low, high), points, expected);

    [Fact]
    public void Bell_curves_have_their_mean_in_the_middle()
    {
        AssertMiddle(new NormalDistribution(0, 1), 0);
        AssertMiddle(new NormalDistribution(0.3, 0.1, 0, 0.6), 0.3);
        AssertMiddle(new NormalDistribution(-2, 5, -7, 3), -2);
        AssertMiddle(new LogNormalDistribution(0, 2), 1);
    }

    [Fact]
    public void A_computed_point_and_the_written_one_are_the_same_point_of_a_grid()
    {
        var axis = new ValueAxis(new UniformDistribution(-0.3, 0.6), 4);
        Assert.Equal([1, 1, 1, 2, 2, 0, 3, -1, -1, -1], new[] { 0, -2.8e-17, 5e-17, 0.3, 0.30000000000000004, -0.3, 0.6, 1e-9, 0.29, double.NaN }.Select(axis.IndexOf));
        var logarithmic = new ValueAxis(new LogUniformDistribution(1e-4, 1e-1), 4);
        Assert.Equal([1, 1, 0, -1], new[] { 0.001, 0.0010000000000000002, 1e-4, 2e-4 }.Select(logarithmic.IndexOf));
        var steps = new ValueAxis(new UniformDistribution(-0.3, 0.6, 0.3), null);
        Assert.Equal([1, 1, 2], new[] { -2.8e-17, 2.8e-17, 0.30000000000000004 }.Select(steps.IndexOf));
    }

    [Fact]
    public void An_enqueued_zero_uses_up_its_point_of_the_grid()
    {
        foreach (Distribution distribution in new[] { new UniformDistribution(-0.3, 0.6), new UniformDistribution(-0.3, 0.6, 0.3) })
        {
            var space = new TestSpace(distribution);
            StrategyRun run = Strategy.Grid(4).Start(new StrategyContext { Space = space, Seed = 1 });
            run.Announce(0, [0.0]);
            double[] vector = new double[1];
            var seen = new List<double>();
            for (int number = 1; run.TrySuggest(number, vector, CancellationToken.None); number++)
            {
                run.Announce(number, vector);
                seen.Add(vector[0]);
            }

            Assert.Equal([-0.3, 0.3, 0.6], seen);
        }
    }

    [Theory]
    [InlineData(0.010000000000000005, 0.01)]
    [InlineData(0.009999999999999995, 0.01)]
    [InlineData(0.10000000000000005, 0.1)]
    [InlineData(0.09999999999999995, 0.1)]
    [InlineData(0.05, 0.05)]
    [InlineData(0.0100000000001, 0.0100000000001)]
    public void What_differs_from_an_end_by_rounding_is_recognized_as_the_end(double value, double expected)
    {
        Assert.Equal(expected, new LogUniformDistribution(0.01, 0.1).Recognize(value));
        Assert.Equal(expected, new UniformDistribution(0.01, 0.1).Recognize(value));
        Assert.Equal(expected, new NormalDistribution(0.05, 0.1, 0.01, 0.1).Recognize(value));
        Assert.Equal(expected, new LogNormalDistribution(-3, 1, 0.01, 0.1).Recognize(value));
    }

    [Fact]
    public void Stored_points_within_rounding_of_the_space_are_in_it()
    {
        TestSpace space = new(new LogUniformDistribution(0.01, 0.1), new UniformDistribution(-0.3, 0.6, 0.3), new UniformDistribution(0, 0.7));
        PointLayout own = PointLayout.Of(space);
        PointLayout other = PointLayout.Of(space.Outline.Parameters);
        foreach (PointLayout layout in new[] { own, other })
        {
            foreach (bool isFinished in new[] { true, false })
            {
                double[] vector = new double[3];
                PointFit fit = new PointReader(space, own, movesInside: false).Read(
                    new TrialPoint(layout, new[] { 0.10000000000000002, -2.8e-17, 0.7000000000000002 }), isFinished, vector);
                Assert.Equal(new PointFit(IsComplete: true, IsTeachable: true, Misfit: null), fit);
                Assert.Equal([0.1, 0, 0.7], vector);
            }

            PointFit misfit = new PointReader(space, own, movesInside: false).Read(new TrialPoint(layout, new[] { 0.1000000000001, 0, 0.7 }), true, new double[3]);
            Assert.NotNull(misfit.Misfit);
        }
    }

    private static void AssertNotBeside(double value, double end) => Assert.True(value == end || !Ulps.AreClose(value, end), $"{value:R} beside {end:R}");

    private static void AssertMiddle(Distribution distribution, double expected)
    {
        Assert.Equal(expected, new ValueAxis(distribution, 3).Value(1));
        Assert.Equal(expected, new ValueAxis(distribution, 1).Value(0));
    }

    private static void AssertPoints(Distribution distribution, int points, double[] expected)
    {
        var axis = new ValueAxis(distribution, points);
        double[] values = [.. Enumerable.Range(0, points).Select(i => axis.Value(i))];
        Assert.Equal(expected, values);
        Assert.DoesNotContain(values, static value => value == 0 && double.IsNegative(value));
        Assert.Equal(Enumerable.Range(0, points).Select(static i => (long)i), expected.Select(axis.IndexOf));
    }
}
