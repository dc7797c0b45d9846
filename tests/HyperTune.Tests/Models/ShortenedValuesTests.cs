using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;

namespace HyperTune.Tests;

public sealed class ShortenedValuesTests
{
    [Fact]
    public void Values_of_ordinary_objectives_stay_as_they_are()
    {
        // Bowls, valleys and waves; what lies close to the optimum has differences of any size, and does not count.
        Assert.All<Func<double[], double>>(
            [
                static x => x.Sum(static c => c * c),
                static x => Enumerable.Range(0, 3).Sum(i => (100 * Math.Pow(x[i + 1] - (x[i] * x[i]), 2)) + Math.Pow(1 - x[i], 2)),
                static x => x.Sum(static c => (c * c) - Math.Cos(12 * c)),
                static x => -Math.Exp(-x.Sum(static c => c * c)),
                static _ => 3,
            ],
            static objective =>
            {
                for (ulong seed = 0; seed < 20; seed++)
                {
                    (PointSet points, double[] values) = Draw(objective, seed);
                    double[] shortened = [.. values];
                    ShortenedValues.Of(points, numericCount: 4, values).Apply(shortened);
                    Assert.Equal(values, shortened);
                }
            });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void Exponentials_become_differences_that_a_model_can_follow(double size)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            (PointSet points, double[] values) = Draw(x => size * Math.Exp(6 * x.Sum(static c => c * c)), seed);
            double[] shortened = [.. values];
            ShortenedValues.Of(points, numericCount: 4, values).Apply(shortened);
            int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
            Assert.All(order.Zip(order.Skip(1)), pair => Assert.InRange(shortened[pair.Second], shortened[pair.First], double.MaxValue));
            Assert.True(shortened[order[^1]] > shortened[order[values.Length / 4]]);
            Assert.InRange(shortened.Max() - shortened.Min(), 5, 6 * 4 * 4);
        }
    }

    [Fact]
    public void Better_values_that_come_later_keep_their_proportions()
    {
        (PointSet points, double[] values) = Draw(static x => Math.Exp(6 * x.Sum(static c => c * c)), seed: 3);
        double best = values.Min();
        double[] later = [best - 1, best - 3, best];
        ShortenedValues.Of(points, numericCount: 4, values).Apply(later);
        Assert.Equal(0, later[2]);
        Assert.True(later[0] < 0);
        Assert.Equal(3, later[1] / later[0], 9);
    }

    [Theory]
    [InlineData(new[] { 1, 1e5, 1e10, 1e15 })]
    [InlineData(new double[] { 2, 2, 2, 2, 2, 2, 2, 2, 2, 2 })]
    [InlineData(new[] { double.MinValue, double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue })]
    public void Too_few_equal_and_the_largest_values_do_no_harm(double[] values)
    {
        (PointSet points, _) = Draw(static _ => 0, seed: 1);
        double[] shortened = [.. values];
        ShortenedValues.Of(points, numericCount: 4, values).Apply(shortened);
        Assert.Equal(values, shortened);
    }

    [Fact]
    public void Largest_values_among_exponentials_stay_finite_and_the_worst()
    {
        (PointSet points, double[] values) = Draw(static x => Math.Exp(6 * x.Sum(static c => c * c)), seed: 5);
        values[7] = double.MaxValue;
        double[] shortened = [.. values];
        ShortenedValues.Of(points, numericCount: 4, values).Apply(shortened);
        Assert.All(shortened, static value => Assert.True(double.IsFinite(value)));
        Assert.Equal(7, Array.IndexOf(shortened, shortened.Max()));
    }

    // Thirty evenly drawn places, and thirty close to the optimum.
    private static (PointSet Points, double[] Values) Draw(Func<double[], double> objective, ulong seed)
    {
        var random = new RandomStream(seed);
        var points = new PointSet(4, 60);
        double[] values = new double[60];
        for (int i = 0; i < values.Length; i++)
        {
            double[] point = new double[4];
            for (int k = 0; k < point.Length; k++)
            {
                point[k] = i < 30 ? random.NextUnit() : 0.5 + (0.01 * random.NextNormal());
            }

            points.Add(point);
            values[i] = objective([.. point.Select(static c => (4 * c) - 2)]);
        }

        return (points, values);
    }
}
