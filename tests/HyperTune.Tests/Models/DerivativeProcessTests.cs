using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;

namespace HyperTune.Tests.Models;

public sealed class DerivativeProcessTests
{
    private const int Numeric = 3;
    private const double Step = 1e-5;

    [Fact]
    public void Covariances_of_derivatives_are_the_differences_of_covariances()
    {
        var kernel = new DerivativeKernel([0.4, 0.7, 1.3, 0.9], 1.7, 1e-4);
        DerivativeData data = Draw(count: 4, pending: 1);
        double[] x = [0.3, 0.8, 0.1, 1];
        double[] row = new double[data.RowCount];
        kernel.WriteOutputRow(data, x, row);
        for (int k = 0; k < data.Derivatives.Length; k++)
        {
            (int point, int coordinate) = data.Derivatives[k];
            double difference = Covariance(kernel, x, Moved(data.Points[point], coordinate, Step)) - Covariance(kernel, x, Moved(data.Points[point], coordinate, -Step));
            Assert.Equal(difference / (2 * Step), row[data.OutputCount + k], 1e-8);
        }

        for (int i = 0; i < Numeric; i++)
        {
            double[] above = new double[data.RowCount];
            double[] below = new double[data.RowCount];
            double[] derivative = new double[data.RowCount];
            kernel.WriteOutputRow(data, Moved(x, i, Step), above);
            kernel.WriteOutputRow(data, Moved(x, i, -Step), below);
            kernel.WriteDerivativeRow(data, x, i, derivative);
            Assert.All(derivative.Select((value, k) => (value, (above[k] - below[k]) / (2 * Step))), static pair => Assert.Equal(pair.Item2, pair.value, 1e-7));
        }
    }

    [Fact]
    public void Variance_of_a_derivative_is_the_limit_of_its_covariance()
    {
        var kernel = new DerivativeKernel([0.4, 0.7, 1.3, 0.9], 1.7, 0);
        var data = new DerivativeData([[0.5, 0.5, 0.5, 0]], Numeric, [1], [[1, double.NaN, double.NaN]]);
        double[] row = new double[2];
        kernel.WriteDerivativeRow(data, [0.5, 0.5, 0.5, 0], 0, row);
        Assert.Equal(kernel.DerivativeVariance(0), row[1], 1e-4);
        Assert.Equal(5.0 / 3 * 1.7 / 0.16, row[1], 1e-10);
    }

    [Fact]
    public void Mean_goes_through_outputs_with_the_derivatives_that_were_observed()
    {
        DerivativeData data = Draw(count: 6, pending: 0);
        var process = new DerivativeProcess(new DerivativeKernel([0.8, 1.1, 0.9, 1], 1, 1e-9), data);
        for (int i = 0; i < data.OutputCount; i++)
        {
            (double mean, double variance) = process.Predict(data.Points[i]);
            Assert.Equal(data.Outputs[i], mean, 1e-4);
            Assert.InRange(variance, 0, 1e-6);
        }

        for (int k = 0; k < data.Derivatives.Length; k++)
        {
            (int point, int coordinate) = data.Derivatives[k];
            double difference = process.Predict(Moved(data.Points[point], coordinate, 1e-4)).Mean - process.Predict(Moved(data.Points[point], coordinate, -1e-4)).Mean;
            Assert.Equal(data.Observed(data.OutputCount + k), difference / 2e-4, 0.01);
        }
    }

    [Fact]
    public void Without_derivatives_it_is_the_process_of_values_alone()
    {
        DerivativeData data = Draw(count: 7, pending: 0);
        double[][] none = [.. Enumerable.Repeat(Array.Empty<double>(), 7)];
        double[] lengths = [0.5, 0.8, 1.2, 0.7];
        var process = new DerivativeProcess(new DerivativeKernel(lengths, 1.3, 1e-3), new DerivativeData(data.Points, Numeric, data.Outputs.ToArray(), none));
        var points = new PointSet(4);
        Array.ForEach(data.Points, point => points.Add(point));
        var hyperparameters = new Hyperparameters
        {
            LengthScales = lengths,
            AdditiveLengthScales = lengths,
            SignalVariance = 1.3,
            AdditiveVariance = 0,
            NoiseVariance = 1.3e-3,
        };
        var values = new GaussianProcess(new AdditiveMaternKernel(hyperparameters, Numeric), points);
        values.SetOutputs(data.Outputs);
        var prediction = new PointPrediction();
        foreach (double[] x in Draw(count: 5, pending: 0, seed: 8).Points)
        {
            prediction.Predict(values, x);
            (double mean, double variance) = process.Predict(x);
            Assert.Equal(prediction.Mean, mean, 1e-7);
            Assert.Equal(prediction.Variance, variance, 1e-7);
        }
    }

    [Fact]
    public void Gradient_of_a_prediction_is_its_difference_and_a_running_trial_only_narrows()
    {
        DerivativeData data = Draw(count: 5, pending: 2);
        var process = new DerivativeProcess(new DerivativeKernel([0.8, 1.1, 0.9, 1], 1, 1e-3), data);
        double[] x = [0.35, 0.6, 0.2, 1];
        (double mean, _) = process.Predict(x);
        double[] gradient = new double[4];
        process.AddGradient(2, -3, gradient);
        for (int i = 0; i < Numeric; i++)
        {
            (double aboveMean, double aboveVariance) = process.Predict(Moved(x, i, Step));
            (double belowMean, double belowVariance) = process.Predict(Moved(x, i, -Step));
            Assert.Equal(((2 * (aboveMean - belowMean)) - (3 * (aboveVariance - belowVariance))) / (2 * Step), gradient[i], 1e-5);
        }

        Assert.Equal(0, gradient[3]);
        DerivativeData without = new(data.Points[..5], Numeric, data.Outputs.ToArray(), Draw(count: 5, pending: 2).Known);
        var alone = new DerivativeProcess(new DerivativeKernel([0.8, 1.1, 0.9, 1], 1, 1e-3), without);
        Assert.Equal(alone.Predict(x).Mean, mean, 1e-9);
        Assert.True(process.Predict(data.Points[5]).Variance < 0.1 * alone.Predict(data.Points[5]).Variance);
    }

    [Fact]
    public void Fit_finds_which_dimension_matters_and_little_noise()
    {
        double[][] points = [.. Draw(count: 12, pending: 0).Points.Select(static point => point[..2])];
        double[] outputs = [.. points.Select(static x => Math.Sin(5 * x[0]) + (0.1 * x[1]))];
        DerivativeKernel kernel = DerivativeFit.Run(
            new DerivativeData(points, 2, outputs, [.. points.Select(static x => new[] { 5 * Math.Cos(5 * x[0]), 0.1 })]), CancellationToken.None);
        Assert.True(kernel.Lengths[1] > 5 * kernel.Lengths[0], string.Join(", ", kernel.Lengths));
        Assert.InRange(kernel.NoiseShare, 0, 1e-4);
    }

    [Fact]
    public void Density_is_that_of_the_outputs_and_derivatives_together()
    {
        // One output and one derivative there are independent: each has a variance of its own.
        var data = new DerivativeData([[0.5]], 1, [2], [[3]]);
        double[] lengths = [0.5];
        int size = HyperTune.Numerics.Cholesky.PaddedSize(2);
        (double density, double variance) = DerivativeFit.Evaluate(data, lengths, 0.01, new double[size * size], size);
        double slope = new DerivativeKernel(lengths, 1, 0.01).DerivativeVariance(0);

        // The mean is at the output, so the derivative alone is left.
        Assert.Equal(9 / slope / 2, variance, 1e-9);
        double z = (Math.Log(0.5) - Math.Sqrt(2)) / Math.Sqrt(3);
        Assert.Equal(-(0.5 * Math.Log(1.01 * slope)) - Math.Log(variance) - 1 - (0.5 * z * z) - Math.Log(0.5), density, 1e-9);
    }

    [Theory]
    [InlineData(nameof(OutputScale.Raw))]
    [InlineData(nameof(OutputScale.Standardized))]
    [InlineData(nameof(OutputScale.Warped))]
    public void Slopes_of_outputs_are_their_differences_where_ranks_do_not_decide(string name)
    {
        OutputScale scale = Enum.Parse<OutputScale>(name);
        double[] values = [3, 40, 3.000001, 7, 1, 1e30, 90, 250];
        double[] outputs = new double[values.Length];
        double[] slopes = new double[values.Length];
        OutputTransform.Apply(scale, values, outputs, slopes);
        Assert.Equal((outputs[2] - outputs[0]) / (values[2] - values[0]), slopes[0], 1e-4 * slopes[0]);
        Assert.Equal(scale == OutputScale.Raw, double.IsFinite(slopes[5]));
        Assert.Equal(scale != OutputScale.Warped, double.IsFinite(slopes[7]));
        double[] same = new double[values.Length];
        OutputTransform.Apply(scale, values, same);
        Assert.Equal(same, outputs);
    }

    private static Drawn Draw(int count, int pending, ulong seed = 3)
    {
        var random = new RandomStream(seed);
        double[][] points = new double[count + pending][];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = [random.NextUnit(), random.NextUnit(), random.NextUnit(), random.NextInteger(2)];
        }

        double[] outputs = [.. points.Take(count).Select(static x => Math.Sin(2 * x[0]) + (x[1] * x[2]) + (0.3 * x[3]))];

        // The second derivative of every other point is not known.
        double[][] derivatives = [.. points.Take(count).Select(static (x, i) => new[] { 2 * Math.Cos(2 * x[0]), i % 2 == 0 ? x[2] : double.NaN, x[1] })];
        return new Drawn(points, outputs, derivatives);
    }

    private static double Covariance(DerivativeKernel kernel, double[] x, double[] other) => kernel.Between(x, other, Numeric).Covariance;

    private static double[] Moved(double[] point, int coordinate, double by)
    {
        double[] moved = [.. point];
        moved[coordinate] += by;
        return moved;
    }

    private sealed record Drawn(double[][] Points, double[] Outputs, double[][] Known)
    {
        public static implicit operator DerivativeData(Drawn drawn) => new(drawn.Points, Numeric, drawn.Outputs, drawn.Known);
    }
}
