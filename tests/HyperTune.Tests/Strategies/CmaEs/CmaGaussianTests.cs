namespace HyperTune.Tests;

public sealed class CmaGaussianTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData(2, 6)]
    [InlineData(5, 8)]
    [InlineData(10, 10)]
    [InlineData(4, 30)]
    public void Generations_are_those_of_the_tutorial(int d, int population)
    {
        double[] mean = [.. Enumerable.Repeat(0.5, d)];
        var plain = PlainCmaGeneration.Start(mean, 0.2);
        CmaGaussian gaussian = CmaGaussian.At(mean, 0.2, FullCovariance.Identity(d), new CmaConstants(d, population, isSeparable: false), rates: null);
        var random = new RandomStream(4);
        for (int generation = 0; generation < 12; generation++)
        {
            double[][] samples = Sorted(gaussian, population, ref random);
            gaussian = Next(gaussian, samples);
            plain = plain.Next(samples);
            Assert.Equal(plain.Mean, gaussian.Mean, Near);
            Assert.Equal(plain.Step, gaussian.Step, Near);
            Assert.Equal(plain.StepPath, gaussian.StepPath, Near);
            Assert.Equal(plain.CovariancePath, gaussian.CovariancePath, Near);
            Assert.Equal(plain.Covariance.ToRowMajorArray(), ((FullCovariance)gaussian.Covariance).Matrix.ToArray(), Near);
        }
    }

    [Fact]
    public void Diagonal_covariance_is_the_full_one_where_nothing_is_correlated()
    {
        const int Dimensions = 3;
        double[] path = [0.3, 0, 0];
        double[] weights = [0.2, -0.05];
        double[] samples = [0, 1.5, 0, 0, 0, 0.7];
        ICovariance full = FullCovariance.Identity(Dimensions).Next(0.8, 0.1, path, weights, samples, 1);
        ICovariance diagonal = new DiagonalCovariance([1, 1, 1]).Next(0.8, 0.1, path, weights, samples, 1);
        Assert.Equal([0.809, 1.25, 0.7755], Enumerable.Range(0, Dimensions).Select(diagonal.Variance), Near);
        Assert.Equal(Enumerable.Range(0, Dimensions).Select(full.Variance), Enumerable.Range(0, Dimensions).Select(diagonal.Variance), Near);
        double[] y = [1, -2, 3];
        double[] left = new double[Dimensions];
        double[] right = new double[Dimensions];
        full.Whiten(y, left);
        diagonal.Whiten(y, right);
        Assert.Equal(left, right, Near);
    }

    [Fact]
    public void Samples_have_the_mean_and_the_covariance_of_the_distribution()
    {
        double[] matrix = [2, 0.6, 0.6, 0.5];
        CmaGaussian gaussian = CmaGaussian.At([1, -1], 0.5, new FullCovariance(matrix), new CmaConstants(2, 6, isSeparable: false), rates: null);
        const int Count = 40_000;
        var random = new RandomStream(2);
        double[] x = new double[2];
        double[] sums = new double[5];
        for (int i = 0; i < Count; i++)
        {
            gaussian.Sample(ref random, x);
            (double a, double b) = (x[0] - 1, x[1] + 1);
            double[] terms = [a, b, a * a, a * b, b * b];
            for (int k = 0; k < terms.Length; k++)
            {
                sums[k] += terms[k] / Count;
            }
        }

        // Six standard deviations of the largest of them, a * a: 6 * sqrt(2 / 40,000) * 0.5.
        double[] expected = [0, 0, 0.5, 0.15, 0.125];
        Assert.All(sums.Zip(expected), static pair => Assert.InRange(pair.First, pair.Second - 0.022, pair.Second + 0.022));
    }

    [Fact]
    public void Sample_from_elsewhere_counts_no_farther_than_own_ones_are()
    {
        CmaGaussian gaussian = CmaGaussian.At([0.5, 0.5], 0.01, FullCovariance.Identity(2), new CmaConstants(2, 4, isSeparable: false), rates: null);
        double[] samples = [0.9, 0.5, 0.5, 0.51, 0.49, 0.5, 0.5, 0.49];
        CmaGaussian foreign = gaussian.Next(samples, [false, true, true, true], gaussian.Constants.Weights);
        CmaGaussian own = gaussian.Next(samples, [true, true, true, true], gaussian.Constants.Weights);
        Assert.InRange(foreign.Mean[0] - 0.5, 0, 0.01 * gaussian.FarthestForeign);
        Assert.True(own.Mean[0] - 0.5 > 0.2);
    }

    [Fact]
    public void Learning_rates_fall_where_the_order_is_chance_and_less_where_it_is_not()
    {
        Assert.InRange(RatesAfter(isNoise: true, generations: 60).Mean, 0, 0.2);
        Assert.InRange(RatesAfter(isNoise: false, generations: 20).Mean, 1.3 * RatesAfter(isNoise: true, generations: 20).Mean, 1);
    }

    private static LearningRates RatesAfter(bool isNoise, int generations)
    {
        const int Dimensions = 4;
        const int Population = 8;
        CmaGaussian gaussian = CmaGaussian.At([0, 0, 0, 0], 1, FullCovariance.Identity(Dimensions), new CmaConstants(Dimensions, Population, isSeparable: false), new LearningRates(Dimensions));
        var random = new RandomStream(6);
        for (int generation = 0; generation < generations; generation++)
        {
            double[][] samples = Sorted(gaussian, Population, ref random, target: 40);
            if (isNoise)
            {
                random.Shuffle(samples.AsSpan());
            }

            gaussian = Next(gaussian, samples);
            Assert.True(double.IsFinite(gaussian.Step) && gaussian.Step > 0);
        }

        return gaussian.Rates!;
    }

    private static CmaGaussian Next(CmaGaussian gaussian, double[][] samples)
        => gaussian.Next([.. samples.SelectMany(static x => x)], [.. samples.Select(static _ => true)], gaussian.Constants.Weights);

    private static double[][] Sorted(CmaGaussian gaussian, int population, ref RandomStream random, double target = 0)
    {
        double[][] samples = [.. Enumerable.Range(0, population).Select(_ => new double[gaussian.Mean.Length])];
        foreach (double[] sample in samples)
        {
            gaussian.Sample(ref random, sample);
        }

        return [.. samples.OrderBy(x => x.Select((value, j) => (j + 1) * (value - target) * (value - target)).Sum())];
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(a));
}
