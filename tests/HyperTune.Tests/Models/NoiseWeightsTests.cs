using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Spaces.Coding;

namespace HyperTune.Tests;

public sealed class NoiseWeightsTests
{
    [Fact]
    public void Errors_that_differ_by_chance_alone_have_equal_weights()
    {
        // Estimates of one deviation from five values each.
        var random = new RandomStream(1);
        double[] errors = new double[200];
        for (int i = 0; i < errors.Length; i++)
        {
            double[] values = [.. Enumerable.Repeat(0, 5)];
            for (int k = 0; k < values.Length; k++)
            {
                values[k] = random.NextNormal();
            }

            errors[i] = Math.Sqrt(values.Sum(value => (value - values.Average()) * (value - values.Average())) / 4);
        }

        // By chance their logarithms may differ a little more than expected, and then the largest errors count a little more.
        var weights = new NoiseWeights(errors);
        Assert.InRange(weights.Of(errors.Max()) / weights.Of(errors.Min()), 1, 2);
        Assert.Equal(1, weights.Of(double.NaN));
    }

    [Fact]
    public void Errors_that_differ_by_far_are_believed()
    {
        double[] errors = [.. Enumerable.Range(0, 60).Select(static i => i % 3 == 0 ? 0.01 : 1)];
        var weights = new NoiseWeights(errors);
        Assert.Equal(1, weights.Of(1), 1e-9);
        Assert.InRange(weights.Of(0.01), 1e-5, 0.05);
        Assert.InRange(weights.Of(0), 0, weights.Of(0.01));
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 1, 2, 1, 5.0 })]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 1.0 })]
    [InlineData(new[] { double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN })]
    public void Where_little_is_known_all_weights_are_one(double[] errors) => Assert.Equal(1, new NoiseWeights(errors).Of(3));

    // Two trials at one place: the model's mean lies near the one with the small error.
    [Fact]
    public void A_trial_with_a_small_error_is_believed_more()
    {
        var records = new List<Observation>();
        for (int i = 0; i < 20; i++)
        {
            bool isExact = i % 2 == 0;
            double x = i / 2 / 9.0;
            records.Add(new Observation(i, new[] { x }, isExact ? x : x + (i % 4 == 1 ? 2 : -2), 0) { Details = ObservationDetails.Of(default, default, null, isExact ? 0.001 : 2) });
        }

        double known = Error(records, knowsErrors: true);
        double unknown = Error(records, knowsErrors: false);
        Assert.InRange(known, 0, unknown / 5);
    }

    // The likelihood's slope by the noise counts each point with its weight: held against differences of the likelihood.
    [Fact]
    public void The_likelihoods_gradient_knows_the_weights()
    {
        var points = new PointSet(1);
        var random = new RandomStream(9);
        double[] outputs = new double[12];
        for (int i = 0; i < outputs.Length; i++)
        {
            points.Add([i / 11.0], i % 3 == 0 ? 0.05 : 4);
            outputs[i] = random.NextNormal();
        }

        var function = new LogPosterior(points, 1, outputs, new HyperparameterPrior(1, hasNoise: true));
        double[] start = [.. new HyperparameterPrior(1, hasNoise: true).NoisyStart()];
        double[] gradient = new double[start.Length];
        function.Evaluate(start);
        function.WriteGradient(gradient);
        for (int k = 0; k < start.Length; k++)
        {
            const double Step = 1e-5;
            double[] above = [.. start];
            double[] below = [.. start];
            above[k] += Step;
            below[k] -= Step;
            Assert.Equal((function.Evaluate(above) - function.Evaluate(below)) / (2 * Step), gradient[k], 1e-4);
        }
    }

    private static double Error(List<Observation> records, bool knowsErrors)
    {
        var surrogate = new Surrogate(new UnitCube(TestSpace.Cube(1)), OutputScale.Standardized, Surrogate.DefaultCapacity);
        surrogate.Update(records.ToArray(), static record => record.Value, 0, CancellationToken.None, knowsErrors);
        double sum = 0;
        for (int row = 0; row < surrogate.RowCount; row++)
        {
            double mean = surrogate.Standardization.Mean + (surrogate.Standardization.Deviation * surrogate.Process.MeanAtObserved(row, surrogate.Outputs[row]));
            sum += Math.Abs(mean - records[surrogate.TrialAt(row)].Vector.Span[0]);
        }

        return sum / surrogate.RowCount;
    }
}
