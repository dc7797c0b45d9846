namespace HyperTune.Tests;

/// <summary>Expected improvement with and without running trials, against formulas, Monte Carlo and finite differences.</summary>
public sealed class AcquisitionTests
{
    private const int NumericCount = 2;

    [Theory]
    [InlineData(0.3, 0.04)]
    [InlineData(-2, 0.5)]
    [InlineData(5, 0.01)]
    public void Improvement_without_running_trials_is_the_closed_form(double mean, double variance)
    {
        const double Target = 0.1;
        double deviation = Math.Sqrt(variance);
        double z = (Target - mean) / deviation;
        double expected = z > -5
            ? Math.Log((deviation * Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI)) + ((Target - mean) * StandardNormal.Cdf(z)))
            : (-0.5 * z * z) - NormalTail.LogSqrtTwoPi - (2 * Math.Log(-z)) + Math.Log(deviation) - (3 / (z * z));
        Assert.Equal(expected, new LogExpectedImprovement(Target, null).Evaluate(mean, variance, [], 1), 1e-5);
    }

    [Fact]
    public void Improvement_with_running_trials_is_the_average_over_their_outcomes()
    {
        (GaussianProcess process, double[] pendingMeans) = CreateProcess(pending: 2);
        const double Target = 0.6;
        var fantasies = new Fantasies(process, pendingMeans, Target, lowersTarget: true, seed: 5);
        double[] x = [0.35, 0.6, 1];
        double actual = Math.Exp(new AcquisitionFunction(process, new LogExpectedImprovement(Target, fantasies)).Evaluate(x));

        // E[(min(f*, F) - Y)+] from joint draws of the running trials' outcomes F and the candidate's Y.
        var prediction = new PointPrediction();
        prediction.Predict(process, x);
        double[] whitened = prediction.Whitened.Slice(process.OutputCount, 2).ToArray();
        var random = new RandomStream(8);
        double sum = 0;
        const int Draws = 200_000;
        for (int i = 0; i < Draws; i++)
        {
            double[] z = [random.NextNormal(), random.NextNormal()];
            double[] shifts = Shift(process, z);
            double target = Math.Min(Target, pendingMeans.Zip(shifts, static (mean, shift) => mean + shift).Min());
            double y = prediction.Mean + whitened.Zip(z, static (w, normal) => w * normal).Sum() + (Math.Sqrt(prediction.Variance) * random.NextNormal());
            sum += Math.Max(0, target - y);
        }

        Assert.InRange(actual / (sum / Draws), 0.9, 1.1);
    }

    [Fact]
    public void Fantasies_reproduce_the_covariance_of_the_running_trials()
    {
        (GaussianProcess process, _) = CreateProcess(pending: 2);
        double[] first = Shift(process, [1, 0]);
        double[] second = Shift(process, [0, 1]);
        (GaussianProcess told, _) = CreateProcess(pending: 0);
        var prediction = new PointPrediction();
        prediction.Predict(told, PendingPoint(0));
        double noise = process.Kernel.Hyperparameters.NoiseVariance;
        Assert.Equal(prediction.Variance + noise, (first[0] * first[0]) + (second[0] * second[0]), 1e-9);
        prediction.Predict(told, PendingPoint(1));
        Assert.Equal(prediction.Variance + noise, (first[1] * first[1]) + (second[1] * second[1]), 1e-9);
    }

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(0, true, 0)]
    [InlineData(3, false, 0)]
    [InlineData(3, true, 0)]
    [InlineData(0, false, 0.05)]
    [InlineData(3, true, 0.05)]
    public void Gradient_agrees_with_finite_differences_and_batches_with_points(int pending, bool withFeasibility, double noise)
    {
        (GaussianProcess process, double[] pendingMeans) = CreateProcess(pending);
        Fantasies? fantasies = pending > 0 ? new Fantasies(process, pendingMeans, -0.4, lowersTarget: true, seed: 5) : null;
        FeasibilityFactor[] factors = withFeasibility ? [new FeasibilityFactor(CreateFeasibility(), 0.5, isAbove: true), new FeasibilityFactor(CreateFeasibility(), 0.7, isAbove: false)] : [];
        var acquisition = new AcquisitionFunction(process, new LogExpectedImprovement(-0.4, fantasies, noise), factors);
        double[][] points = [[0.35, 0.6, 1], [0.1, 0.93, 0], [0.7, 0.2, 2]];
        var candidates = new PointSet(3);
        foreach (double[] point in points)
        {
            candidates.Add(point);
        }

        double[] scores = new double[3];
        acquisition.Score(candidates, scores);
        for (int i = 0; i < points.Length; i++)
        {
            Assert.Equal(acquisition.Evaluate(points[i]), scores[i], 1e-8);
            double[] gradient = new double[3];
            acquisition.WriteGradient(gradient);
            for (int k = 0; k < NumericCount; k++)
            {
                double[] above = [.. points[i]];
                double[] below = [.. points[i]];
                above[k] += 1e-6;
                below[k] -= 1e-6;
                double expected = (acquisition.Evaluate(above) - acquisition.Evaluate(below)) / 2e-6;
                Assert.Equal(expected, gradient[k], 1e-5 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.01)]
    [InlineData(30)]
    public void Noise_discounts_the_improvement_by_what_another_look_would_leave_unknown(double variance)
    {
        const double Noise = 0.2;
        double exact = new LogExpectedImprovement(0.1, null).Evaluate(0.3, variance, [], 1);
        double noisy = new LogExpectedImprovement(0.1, null, Noise).Evaluate(0.3, variance, [], 1);

        // 1 - sqrt(n / (v + n)) by the conjugate, as v / (v + n + sqrt(n (v + n))).
        double share = variance / (variance + Noise + Math.Sqrt(Noise * (variance + Noise)));
        Assert.Equal(Math.Log(share), noisy - exact, 1e-2 * Math.Abs(Math.Log(share)));
    }

    [Fact]
    public void Running_trials_make_their_neighbourhood_less_attractive()
    {
        (GaussianProcess alone, _) = CreateProcess(pending: 0);
        (GaussianProcess busy, double[] means) = CreateProcess(pending: 1);
        double[] near = PendingPoint(0);
        near[0] += 0.01;
        double before = new AcquisitionFunction(alone, new LogExpectedImprovement(-0.4, null)).Evaluate(near);
        var fantasies = new Fantasies(busy, means, -0.4, lowersTarget: true, seed: 1);
        double after = new AcquisitionFunction(busy, new LogExpectedImprovement(-0.4, fantasies)).Evaluate(near);
        Assert.True(after < before - 0.5, $"{before} -> {after}");
    }

    private static double[] PendingPoint(int index) => [0.3 + (0.2 * index), 0.55 - (0.15 * index), index % 3];

    // F - mean = L z, by solving with the inverse that the process keeps.
    private static double[] Shift(GaussianProcess process, double[] z)
    {
        var shifts = new double[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            ReadOnlySpan<double> row = process.InverseRow(process.OutputCount + i)[process.OutputCount..];
            double sum = z[i];
            for (int j = 0; j < i; j++)
            {
                sum -= row[j] * shifts[j];
            }

            shifts[i] = sum / row[i];
        }

        return shifts;
    }

    private static (GaussianProcess Process, double[] PendingMeans) CreateProcess(int pending)
    {
        var random = new RandomStream(2);
        var points = new PointSet(3);
        var outputs = new double[15];
        for (int i = 0; i < outputs.Length; i++)
        {
            double[] x = [random.NextUnit(), random.NextUnit(), random.NextInteger(3)];
            points.Add(x);
            outputs[i] = Math.Sin(5 * x[0]) + (x[1] * x[1]) - (0.2 * x[2]);
        }

        var process = new GaussianProcess(new AdditiveMaternKernel(CreateHyperparameters(0.5, 0.3), NumericCount), points);
        process.SetOutputs(outputs);
        var means = new double[pending];
        var prediction = new PointPrediction();
        for (int i = 0; i < pending; i++)
        {
            prediction.Predict(process, PendingPoint(i));
            means[i] = prediction.Mean;
            process.Append(PendingPoint(i));
        }

        return (process, means);
    }

    private static GaussianProcess CreateFeasibility()
    {
        var points = new PointSet(3);
        points.Add([0.2, 0.2, 0]);
        points.Add([0.5, 0.9, 1]);
        points.Add([0.8, 0.3, 2]);
        var process = new GaussianProcess(new AdditiveMaternKernel(CreateHyperparameters(0.4, 0), NumericCount), points);
        process.SetOutputs([1, 0, 1]);
        return process;
    }

    private static Hyperparameters CreateHyperparameters(double length, double additive) => new()
    {
        LengthScales = [length, 0.7, 1.1],
        AdditiveLengthScales = [0.4, length, 0.9],
        SignalVariance = 0.8,
        AdditiveVariance = additive,
        NoiseVariance = 1e-3,
    };
}
