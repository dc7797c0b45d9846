namespace HyperTune.Tests;

public sealed class NeighbourDifferencesTests
{
    [Theory]
    [InlineData(false, 0, 0.01)]
    [InlineData(true, 0.5, 3)]
    public void Closest_trials_differ_under_noise_and_not_on_waves(bool noisy, double low, double high)
    {
        // 30 trials far apart, and 10 pairs that are 0.0002 apart. The values' variance is 1 in both cases.
        var points = new PointSet(2, 50);
        var random = new RandomStream(5);
        double[] outputs = new double[50];
        for (int i = 0; i < outputs.Length; i++)
        {
            bool isTwin = i is >= 30 and < 50 && i % 2 == 1;
            double x = isTwin ? points.Values[i - 1] + 2e-4 : random.NextUnit();
            double y = isTwin ? points.Values[points.Stride + i - 1] : random.NextUnit();
            points.Add([x, y]);
            outputs[i] = noisy ? random.NextNormal() : Math.Sin(100 * x) + Math.Sin(90 * y);
        }

        Assert.InRange(NeighbourDifferences.NoiseRatio(ClosePairs.Of(points, 2, 8), outputs, noiseVariance: 1), low, high);
    }

    [Fact]
    public void Other_categories_are_far_away()
    {
        var points = new PointSet(2, 4);
        points.Add([0.1, 0]);
        points.Add([0.1, 1]);
        points.Add([0.3, 0]);
        points.Add([0.3, 1]);
        Assert.Equal(0, NeighbourDifferences.NoiseRatio(ClosePairs.Of(points, numericCount: 1, 8), [5, -5, 5, -5], noiseVariance: 1));
    }

    [Fact]
    public void Pairs_are_disjoint_and_the_closest_come_first()
    {
        var points = new PointSet(1, 7);
        foreach (double x in (double[])[0.9, 0.1, 0.5, 0.12, 0.111, 0.52, 0.6])
        {
            points.Add([x]);
        }

        // 0.12 is near 0.111, too, but that has a nearer one.
        Assert.Equal([(3, 4), (2, 5)], ClosePairs.Of(points, numericCount: 1, 2));
        Assert.Equal([(3, 4)], ClosePairs.Of(points, numericCount: 1, 1));
        Assert.Empty(ClosePairs.Of(new PointSet(1), numericCount: 1, 8));
    }

    [Fact]
    public void Twins_are_found_among_thousands()
    {
        var points = new PointSet(6);
        var random = new RandomStream(7);
        double[] point = new double[6];
        for (int i = 0; i < 3000; i++)
        {
            for (int k = 0; k < point.Length && i % 500 != 499; k++)
            {
                point[k] = random.NextUnit();
            }

            point[0] += i % 500 == 499 ? 1e-6 * i : 0;
            points.Add(point);
        }

        Assert.Equal([(498, 499), (998, 999), (1498, 1499), (1998, 1999), (2498, 2499), (2998, 2999)], ClosePairs.Of(points, 6, 6));
    }

    [Fact]
    public void Few_jumps_are_no_noise()
    {
        // Eight pairs, five of which differ by nothing to speak of: their squares' mean is that of the noise.
        double[] outputs = new double[16];
        (int, int)[] pairs = [.. Enumerable.Range(0, 8).Select(static i => (2 * i, (2 * i) + 1))];
        for (int i = 0; i < 8; i++)
        {
            outputs[2 * i] = i < 3 ? 2.3 : 0.01;
        }

        Assert.InRange(NeighbourDifferences.NoiseRatio(pairs, outputs, noiseVariance: 1), 0, 0.2);
    }

    [Theory]
    [InlineData(0, 0.8, 1.4)]
    [InlineData(3, 0.8, 1.5)]
    [InlineData(-3, 3, 10)]
    public void Noise_is_no_larger_than_the_spread_of_the_worse_half(double well, double low, double high)
    {
        // Noise of 1, and a fifth of the values better by a well, or worse.
        var random = new RandomStream(9);
        double[] values = [.. Enumerable.Range(0, 200).Select(i => random.NextNormal() - (i % 5 == 0 ? well * 2 : 0))];
        Assert.InRange(WorseHalf.LargestNoise(values), low, high);
    }

    [Fact]
    public void Values_of_few_kinds_do_not_bound_noise()
        => Assert.Equal(double.PositiveInfinity, WorseHalf.LargestNoise([0, 1, 1, 0, 1, 1, 1, 0.5]));
}
