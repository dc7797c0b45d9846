namespace HyperTune.Tests;

public sealed class TpeSettingsTests
{
    [Theory]
    [InlineData(0.1, 0.5, 0.6, 0.24)]
    [InlineData(0.5, 0.5, 0.51, 0.05)]
    [InlineData(0.2, 0.2, 0.2, 0.05)]
    public void Bandwidth_is_a_share_of_the_larger_gap_within_its_limits(double left, double mean, double right, double expected)
        => Assert.Equal(expected, new Bandwidth(0.6, 0.05).Of(left, mean, right), 1e-12);

    [Fact]
    public void Bandwidth_never_exceeds_the_range()
        => Assert.Equal(1, new Bandwidth(3, 0.05).Of(0, 0.5, 1));

    [Fact]
    public void Kernel_without_a_neighbour_on_one_side_uses_the_other_side()
    {
        var history = new TpeHistory(1);
        var cube = new UnitCube(TestSpace.Cube(1));
        double[] points = [0.9, 0.2, 0.6];
        for (int i = 0; i < points.Length; i++)
        {
            history.Add(i, out Span<double> point);
            point[0] = points[i];
        }

        var axis = new SortedKernels(cube.Numeric[0]);
        axis.Reset(history, [0, 1, 2]);
        Assert.Equal([1, SortedKernels.Prior, 2, 0], Enumerable.Range(0, 4).Select(place => axis[place]));
        double[] bandwidths = [.. Enumerable.Range(0, 4).Select(place => axis.BandwidthAt(history, place, new Bandwidth(1, 0.01)))];
        double[] expected = [0.3, 0.3, 0.3, 0.3];
        Assert.All(bandwidths.Zip(expected), static pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Equal(2, axis.Remove(history, 2));
        Assert.Equal(0.4, axis.BandwidthAt(history, 2, new Bandwidth(1, 0.01)), 1e-12);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(20, 5)]
    [InlineData(100, 10)]
    [InlineData(5000, 10)]
    [InlineData(100, 50)]
    public void Minimum_bandwidth_follows_the_formula_rounded_up(int trials, int dimensions)
    {
        double exact = Math.Max(0.02, 0.3 * Math.Pow(trials, -1 / Math.Sqrt(dimensions)));
        double rounded = new TpeSettings().MinimumBandwidth(trials, dimensions);
        Assert.InRange(rounded, exact * (1 - 1e-9), exact * Math.Pow(2, 0.25));
        Assert.Equal(Math.Round(4 * Math.Log2(rounded)), 4 * Math.Log2(rounded), 1e-9);
    }

    [Fact]
    public void Minimum_bandwidth_changes_rarely()
    {
        int changes = Enumerable.Range(6, 5000).Count(static n => new TpeSettings().MinimumBandwidth(n, 10) != new TpeSettings().MinimumBandwidth(n + 1, 10));
        Assert.InRange(changes, 1, 16);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 2)]
    [InlineData(100, 15)]
    [InlineData(1000, 25)]
    public void Good_trials_are_a_share_up_to_a_limit(int ranked, int expected) => Assert.Equal(expected, new TpeSettings().GoodCount(ranked));

    [Fact]
    public void Rank_weights_fall_with_the_logarithm_of_the_rank_and_have_mean_one()
    {
        double[] weights = GoodMixture.RankWeights(4);
        Assert.Equal(1, weights.Average(), 1e-12);
        Assert.Equal(Math.Log(5) / Math.Log(5.0 / 3), weights[0] / weights[2], 1e-12);
    }
}
