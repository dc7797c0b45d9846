namespace HyperTune.Tests;

public sealed class CmaMarginTests
{
    private const double Margin = 0.02;

    [Theory]
    [InlineData(0.5, 1e-6)]
    [InlineData(0.47, 0.01)]
    [InlineData(0.01, 1e-4)]
    [InlineData(0.99, 1e-4)]
    [InlineData(0.62, 0.4)]
    public void Other_values_keep_their_probability_whatever_the_deviation(double mean, double deviation)
    {
        var cube = new UnitCube(new TestSpace(new UniformDistribution(1, 9, 1)));
        CubeDimension dimension = cube.Numeric[0];
        double scale = 1;
        double moved = mean;
        CmaMargin.Apply(dimension, Margin, deviation, ref moved, ref scale);
        (double low, double high) = dimension.CellAt(Math.Clamp(mean, 0, 1));
        double spread = scale * deviation;
        double below = low > 0 ? StandardNormal.Cdf((low - moved) / spread) : 0;
        double above = high < 1 ? StandardNormal.Cdf((moved - high) / spread) : 0;
        Assert.True(below + above >= Margin * 0.999, $"{below} below, {above} above");
        Assert.All(new[] { (low > 0, below), (high < 1, above) }, static side => Assert.True(!side.Item1 || side.Item2 >= Margin / 2 * 0.999));
        Assert.Equal(dimension.CellAt(Math.Clamp(mean, 0, 1)), dimension.CellAt(Math.Clamp(moved, 0, 1)));
    }

    [Fact]
    public void Integers_go_on_changing_long_after_the_numbers_beside_them_have_settled()
    {
        // The integer matters only as soon as the number is settled: without a margin it would be frozen by then.
        var space = new TestSpace(new UniformDistribution(0, 1), new UniformDistribution(0, 1), new UniformDistribution(0, 10, 1));
        static double Loss(double[] x) => (1000 * (Math.Pow(x[0] - 0.3, 2) + Math.Pow(x[1] - 0.8, 2))) + (1e-4 * Math.Pow(x[2] - 8, 2));
        foreach (ulong seed in new ulong[] { 1, 2, 3, 4 })
        {
            var driver = new StrategyDriver(space, Strategy.CmaEs(new CmaEsOptions { Restarts = CmaEsRestarts.None }), seed);
            driver.Advance(800, Loss);
            Assert.Equal(8, driver.Results.MinBy(static result => result.Values.Span[0]).Vector.Span[2]);
            Assert.True(driver.Results.Skip(600).Select(static result => result.Vector.Span[2]).Distinct().Count() > 1);
        }
    }
}
