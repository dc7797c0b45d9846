namespace HyperTune.Tests;

public sealed class PowerLawTests
{
    [Theory]
    [InlineData(0.15)]
    [InlineData(0.35)]
    [InlineData(0.7)]
    [InlineData(1.2)]
    [InlineData(2.0)]
    public void A_curve_of_the_family_is_continued_exactly(double exponent)
    {
        double[] times = [.. Enumerable.Range(1, 12).Select(static t => (double)t)];
        double Value(double t) => 3 - (2 * Math.Pow(t, -exponent));
        Assert.Equal(Value(40), PowerLaw.Predict(times, [.. times.Select(Value)], 40), 1e-9);
    }

    [Fact]
    public void The_first_third_does_not_matter_and_the_last_value_is_where_it_starts()
    {
        double[] times = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        double[] values = [100, -50, 7, 4, 4, 4, 4, 4, 4];
        Assert.Equal(4, PowerLaw.Predict(times, values, 20));
    }

    [Fact]
    public void The_exponent_with_the_smallest_weighted_error_wins()
    {
        // Against the formulas written out, with noise.
        var random = new RandomStream(3);
        double[] times = [.. Enumerable.Range(1, 15).Select(static t => 2.0 * t)];
        double[] values = [.. times.Select(t => 1 + (5 / t) + (0.1 * random.NextNormal()))];
        (double Error, double Prediction) best = (double.PositiveInfinity, 0);
        foreach (double c in new[] { 0.15, 0.35, 0.7, 1.2, 2.0 })
        {
            int[] fit = [.. Enumerable.Range(5, 10)];
            double w = fit.Sum(i => times[i]);
            double x = fit.Sum(i => times[i] * Math.Pow(times[i], -c)) / w;
            double y = fit.Sum(i => times[i] * values[i]) / w;
            double b = fit.Sum(i => times[i] * (Math.Pow(times[i], -c) - x) * (values[i] - y)) / fit.Sum(i => times[i] * Math.Pow(Math.Pow(times[i], -c) - x, 2));
            double error = fit.Sum(i => times[i] * Math.Pow(values[i] - y - (b * (Math.Pow(times[i], -c) - x)), 2));
            double prediction = values[^1] + (b * (Math.Pow(90, -c) - Math.Pow(30, -c)));
            best = error < best.Error ? (error, prediction) : best;
        }

        Assert.Equal(best.Prediction, PowerLaw.Predict(times, values, 90), 1e-9);
    }

    [Fact]
    public void A_long_curve_costs_no_more_and_says_the_same()
    {
        double[] times = [.. Enumerable.Range(1, 30_000).Select(static t => (double)t)];
        double[] values = [.. times.Select(static t => 0.5 + Math.Pow(t, -0.35))];
        Assert.Equal(0.5 + Math.Pow(90_000, -0.35), PowerLaw.Predict(times, values, 90_000), 1e-9);
    }

    [Fact]
    public void Too_few_values_are_not_continued()
    {
        Assert.Equal(2, PowerLaw.Predict([1, 2], [3, 2], 9));
        Assert.Equal(double.PositiveInfinity, PowerLaw.Predict([1, 2, 3, 4, 5], [5, 4, 3, 2, double.PositiveInfinity], 9));
        Assert.Equal(2, PowerLaw.Predict([1, 2, 3, 4, 5, 6], [6, 5, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 2], 9));
    }
}
