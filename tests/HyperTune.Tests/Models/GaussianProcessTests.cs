using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Tests;

/// <summary>The fast Gaussian process against the textbook's formulas on MathNet's matrices, and every gradient against finite differences.</summary>
public sealed class GaussianProcessTests
{
    private const int NumericCount = 3;
    private const int Dimension = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(37)]
    [InlineData(70)]
    public void Posterior_agrees_with_the_textbook(int count)
    {
        Data data = Data.Create(count);
        GaussianProcess process = CreateProcess(data, count);
        process.SetOutputs(data.Outputs);
        PointSet candidates = Data.Create(41, seed: 99).Points;
        double[] means = new double[BatchPrediction.Room(41)];
        double[] variances = new double[BatchPrediction.Room(41)];
        new BatchPrediction().Predict(process, candidates, means, variances, []);
        var single = new PointPrediction();
        double[] x = new double[Dimension];
        for (int i = 0; i < 41; i++)
        {
            candidates.CopyTo(i, x);
            (double mean, double variance) = Textbook(data, x);
            Assert.Equal(mean, means[i], 1e-9);
            Assert.Equal(variance, variances[i], 1e-9);
            single.Predict(process, x);
            Assert.Equal(mean, single.Mean, 1e-9);
            Assert.Equal(variance, single.Variance, 1e-9);
        }
    }

    [Fact]
    public void Appending_gives_what_factoring_at_once_gives()
    {
        Data data = Data.Create(45);
        GaussianProcess whole = CreateProcess(data, 45);
        GaussianProcess grown = CreateProcess(data, 6);
        double[] x = new double[Dimension];
        for (int i = 6; i < 45; i++)
        {
            data.Points.CopyTo(i, x);
            grown.Append(x);
        }

        whole.SetOutputs(data.Outputs);
        grown.SetOutputs(data.Outputs);
        Assert.Equal(whole.Mean, grown.Mean, 1e-10);
        for (int i = 0; i < 45; i++)
        {
            Assert.Equal(whole.Solution[i], grown.Solution[i], 1e-8);
            for (int j = 0; j <= i; j++)
            {
                Assert.Equal(whole.InverseRow(i)[j], grown.InverseRow(i)[j], 1e-9);
            }
        }
    }

    [Fact]
    public void Truncating_and_appending_again_gives_the_same_bits()
    {
        Data data = Data.Create(30);
        GaussianProcess process = CreateProcess(data, 20);
        double[] x = new double[Dimension];
        void AppendRest(GaussianProcess target)
        {
            for (int i = target.Count; i < 30; i++)
            {
                data.Points.CopyTo(i, x);
                target.Append(x);
            }
        }

        AppendRest(process);
        process.SetOutputs(data.Outputs);
        double[] before = process.Solution[..30].ToArray();
        process.Truncate(23);
        AppendRest(process);
        process.SetOutputs(data.Outputs);
        Assert.Equal(before, process.Solution[..30].ToArray());
    }

    [Fact]
    public void Points_without_output_keep_the_mean_and_shrink_the_variance()
    {
        Data data = Data.Create(20);
        GaussianProcess process = CreateProcess(data, 20);
        process.SetOutputs(data.Outputs);
        double[] x = [0.4, 0.6, 0.2, 1, 0];
        var prediction = new PointPrediction();
        prediction.Predict(process, x);
        double mean = prediction.Mean;
        double variance = prediction.Variance;
        process.Append([0.45, 0.55, 0.25, 1, 0]);
        process.SetOutputs(data.Outputs);
        prediction.Predict(process, x);
        Assert.Equal(mean, prediction.Mean, 1e-12);
        Assert.InRange(prediction.Variance, 0, 0.999 * variance);

        // The whitened covariance with the pending point explains exactly the variance that went away.
        Assert.Equal(variance - prediction.Variance, prediction.Whitened[20] * prediction.Whitened[20], 1e-12);
    }

    [Fact]
    public void Mean_at_an_observed_point_is_the_posterior_mean()
    {
        Data data = Data.Create(25);
        GaussianProcess process = CreateProcess(data, 25);
        process.SetOutputs(data.Outputs);
        var prediction = new PointPrediction();
        double[] x = new double[Dimension];
        for (int i = 0; i < 25; i++)
        {
            data.Points.CopyTo(i, x);
            prediction.Predict(process, x);
            Assert.Equal(prediction.Mean, process.MeanAtObserved(i, data.Outputs[i]), 1e-10);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradient_of_a_prediction_agrees_with_finite_differences(bool isSmooth)
    {
        Data data = Data.Create(33);
        GaussianProcess process = CreateProcess(data, 31, isSmooth);
        process.SetOutputs(data.Outputs.AsSpan(0, 31));
        double[] x = new double[Dimension];
        for (int i = 31; i < 33; i++)
        {
            data.Points.CopyTo(i, x);
            process.Append(x);
        }

        double[] pendingSlopes = [0.7, -1.3];
        double Combine(double[] at)
        {
            var prediction = new PointPrediction();
            prediction.Predict(process, at);
            return (1.1 * prediction.Mean) + (2.5 * prediction.Variance)
                + (pendingSlopes[0] * prediction.Whitened[31]) + (pendingSlopes[1] * prediction.Whitened[32]);
        }

        double[] point = [0.31, 0.77, 0.52, 1, 2];
        var analytic = new PointPrediction();
        analytic.Predict(process, point);
        double[] gradient = new double[Dimension];
        analytic.AddGradient(process, 1.1, 2.5, pendingSlopes, gradient);
        for (int k = 0; k < NumericCount; k++)
        {
            Assert.Equal(CentralDifference(Combine, point, k), gradient[k], 1e-6);
        }

        Assert.Equal(0, gradient[NumericCount]);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(29, false)]
    [InlineData(6, true)]
    [InlineData(29, true)]
    public void Gradient_of_the_likelihood_agrees_with_finite_differences(int count, bool isSmooth)
    {
        Data data = Data.Create(count);
        HyperparameterPrior prior = isSmooth ? HyperparameterPrior.ForNoise(Dimension) : new HyperparameterPrior(Dimension);
        var function = new LogPosterior(data.Points, NumericCount, data.Outputs, prior);
        double[] logarithms = CreateLogarithms();
        function.Evaluate(logarithms);
        double[] gradient = new double[logarithms.Length];
        function.WriteGradient(gradient);
        for (int k = 0; k < logarithms.Length; k++)
        {
            double expected = CentralDifference(at => function.Evaluate(at), logarithms, k);
            Assert.Equal(expected, gradient[k], 1e-6 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Likelihood_agrees_with_the_textbook(bool isSmooth)
    {
        Data data = Data.Create(22);
        double[] logarithms = CreateLogarithms();
        HyperparameterPrior prior = isSmooth ? HyperparameterPrior.ForNoise(Dimension) : new HyperparameterPrior(Dimension);
        double actual = new LogPosterior(data.Points, NumericCount, data.Outputs, prior).Evaluate(logarithms) + prior.LogDensity(logarithms);

        Matrix<double> covariance = Covariance(data, data.Points, Hyperparameters.FromLogarithms(logarithms, isSmooth), withNoise: true);
        Vector<double> residual = Vector<double>.Build.Dense(data.Outputs) - MeanOf(covariance, data.Outputs);
        double expected = (0.5 * residual.DotProduct(covariance.Inverse() * residual)) + (0.5 * Math.Log(covariance.Determinant()))
            + (11 * Math.Log(2 * Math.PI));
        Assert.Equal(expected, actual, 1e-8);
    }

    [Fact]
    public void Fit_finds_the_dimension_that_matters_and_the_noise()
    {
        var random = new RandomStream(5);
        var points = new PointSet(3);
        var outputs = new double[60];
        for (int i = 0; i < outputs.Length; i++)
        {
            double[] x = [random.NextUnit(), random.NextUnit(), random.NextUnit()];
            points.Add(x);
            outputs[i] = Math.Sin(9 * x[0]) + (0.1 * random.NextNormal());
        }

        Hyperparameters fitted = Hyperparameters.FromLogarithms(HyperparameterFit.Run(points, 3, outputs, null, hasNoise: true, CancellationToken.None));
        Assert.InRange(fitted.NoiseVariance, 0.004, 0.025);
        double[] combined = [.. fitted.LengthScales.Zip(fitted.AdditiveLengthScales, Math.Min)];
        Assert.True(combined[0] < 0.5 * combined[1] && combined[0] < 0.5 * combined[2], string.Join(", ", combined));
    }

    [Fact]
    public void Covariance_that_is_singular_gets_as_much_jitter_as_it_needs()
    {
        var points = new PointSet(1);
        for (int i = 0; i < 12; i++)
        {
            points.Add([0.5 + (i / 4 * 1e-12)]);
        }

        var parameters = new Hyperparameters
        {
            LengthScales = [1],
            AdditiveLengthScales = [1],
            SignalVariance = 1,
            AdditiveVariance = 0,
            NoiseVariance = 0,
        };
        var process = new GaussianProcess(new AdditiveMaternKernel(parameters, 1), points);
        process.SetOutputs([.. Enumerable.Repeat(2.0, 12)]);
        var prediction = new PointPrediction();
        prediction.Predict(process, [0.5]);
        Assert.Equal(2, prediction.Mean, 1e-6);
    }

    private static double[] CreateLogarithms()
        => [.. Enumerable.Range(0, (2 * Dimension) + Hyperparameters.SharedCount).Select(static i => Math.Sin(1.7 * i))];

    private static GaussianProcess CreateProcess(Data data, int count, bool isSmooth = false)
    {
        var points = new PointSet(Dimension);
        double[] x = new double[Dimension];
        for (int i = 0; i < count; i++)
        {
            data.Points.CopyTo(i, x);
            points.Add(x);
        }

        return new GaussianProcess(new AdditiveMaternKernel(Hyperparameters.FromLogarithms(CreateLogarithms(), isSmooth), NumericCount), points);
    }

    private static double CentralDifference(Func<double[], double> function, double[] point, int index)
    {
        const double Step = 1e-5;
        double[] above = [.. point];
        double[] below = [.. point];
        above[index] += Step;
        below[index] -= Step;
        return (function(above) - function(below)) / (2 * Step);
    }

    private static (double Mean, double Variance) Textbook(Data data, double[] x)
    {
        Hyperparameters parameters = Hyperparameters.FromLogarithms(CreateLogarithms());
        Matrix<double> covariance = Covariance(data, data.Points, parameters, withNoise: true);
        var point = new PointSet(Dimension);
        point.Add(x);
        Vector<double> cross = Covariance(data, point, parameters, withNoise: false).Column(0);
        double mean = MeanOf(covariance, data.Outputs);
        Vector<double> residual = Vector<double>.Build.Dense(data.Outputs) - mean;
        return (mean + cross.DotProduct(covariance.Inverse() * residual), parameters.PriorVariance - cross.DotProduct(covariance.Inverse() * cross));
    }

    private static double MeanOf(Matrix<double> covariance, double[] outputs)
    {
        Vector<double> ones = Vector<double>.Build.Dense(outputs.Length, 1);
        Matrix<double> inverse = covariance.Inverse();
        return (ones * inverse * Vector<double>.Build.Dense(outputs)) / (ones * inverse * ones);
    }

    private static Matrix<double> Covariance(Data data, PointSet others, Hyperparameters parameters, bool withNoise)
        => Matrix<double>.Build.Dense(data.Points.Count, others.Count, (i, j) =>
        {
            double[] a = new double[Dimension];
            double[] b = new double[Dimension];
            data.Points.CopyTo(i, a);
            others.CopyTo(j, b);
            double joint = 0;
            double additive = 0;
            for (int k = 0; k < Dimension; k++)
            {
                double squared = k < NumericCount ? (a[k] - b[k]) * (a[k] - b[k]) : a[k] == b[k] ? 0 : 1;
                joint += squared / (parameters.LengthScales[k] * parameters.LengthScales[k]);
                additive += Matern(Math.Sqrt(squared) / parameters.AdditiveLengthScales[k]);
            }

            return (parameters.SignalVariance * (parameters.IsSmooth ? Math.Exp(-joint / 2) : Matern(Math.Sqrt(joint)))) + (parameters.AdditiveVariance / Dimension * additive)
                + (withNoise && i == j ? parameters.NoiseVariance : 0);
        });

    private static double Matern(double t)
    {
        double r = Math.Sqrt(5) * t;
        return (1 + r + (r * r / 3)) * Math.Exp(-r);
    }

    private sealed record Data(PointSet Points, double[] Outputs)
    {
        public static Data Create(int count, ulong seed = 1)
        {
            var random = new RandomStream(seed);
            var points = new PointSet(Dimension);
            var outputs = new double[count];
            for (int i = 0; i < count; i++)
            {
                points.Add([random.NextUnit(), random.NextUnit(), random.NextUnit(), random.NextInteger(2), random.NextInteger(3)]);
                outputs[i] = random.NextNormal();
            }

            return new Data(points, outputs);
        }
    }
}
