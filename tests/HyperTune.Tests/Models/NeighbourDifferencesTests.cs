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

        Assert.InRange(NeighbourDifferences.NoiseRatio(points, 2, outputs, noiseVariance: 1), low, high);
    }

    [Fact]
    public void Other_categories_are_far_away()
    {
        var points = new PointSet(2, 4);
        points.Add([0.1, 0]);
        points.Add([0.1, 1]);
        points.Add([0.3, 0]);
        points.Add([0.3, 1]);
        Assert.Equal(0, NeighbourDifferences.NoiseRatio(points, numericCount: 1, [5, -5, 5, -5], noiseVariance: 1));
    }
}
