using HyperTune.Models.BestTrials;
using HyperTune.Models.GaussianProcesses;
using HyperTune.Models.Surrogates;
using HyperTune.Numerics;
using HyperTune.Spaces.Coding;

namespace HyperTune.Tests;

/// <summary>The parts of the choice of the best trial, against what they are in a few slow lines.</summary>
public sealed class BestTrialPartsTests
{
    [Theory]
    [InlineData(300, 2, 0, 0)]
    [InlineData(1500, 1, 0, 0)]
    [InlineData(1500, 2, 0, 0)]
    [InlineData(1501, 3, 0, 0)]
    [InlineData(1502, 6, 0, 0)]
    [InlineData(1500, 12, 0, 0)]
    [InlineData(1503, 2, 2, 0)]
    [InlineData(1500, 0, 8, 0)]
    [InlineData(1500, 2, 1, 9)]
    [InlineData(1500, 3, 0, 40)]
    public void Closest_pairs_are_those_of_all_pairs(int count, int numericCount, int categoricalCount, int levels)
    {
        PointSet points = Draw(count, numericCount, categoricalCount, levels);
        Assert.Equal(PairsOfAll(points, numericCount, 40), ClosePairs.Of(points, numericCount, 40));
        Assert.Equal(PairsOfAll(points, numericCount, 8), ClosePairs.Of(points, numericCount, 8));
    }

    [Fact]
    public void Close_pairs_are_found_among_trials_in_a_corner()
    {
        // The first of them are far apart.
        PointSet points = Draw(400, 2, 0, 0);
        var random = new RandomStream(3);
        for (int i = 0; i < 1600; i++)
        {
            points.Add([1e-3 * random.NextUnit(), 1 - (1e-5 * random.NextUnit())]);
        }

        Assert.Equal(PairsOfAll(points, 2, 40), ClosePairs.Of(points, 2, 40));
    }

    [Fact]
    public void Pairs_and_an_even_sample_of_the_others_are_fitted()
    {
        (int First, int Second)[] pairs = [(3, 17), (998, 40), (5, 4)];
        int[] close = [3, 4, 5, 17, 40, 998];
        int[] others = [.. Enumerable.Range(0, 1000).Except(close)];
        int[] expected = [.. EvenSample.Of(others.Length, 54).Select(place => others[place]).Concat(close).Order()];
        Assert.Equal(expected, RowChoice.WithPairs(1000, pairs, 60));
        Assert.Equal(Enumerable.Range(0, 60), RowChoice.WithPairs(60, pairs.AsSpan(0, 1), 60));
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1000, 4)]
    [InlineData(25, 0)]
    public void Those_with_the_least_values_join_the_given_rows(int count, int levels)
    {
        var random = new RandomStream(5);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => levels == 0 ? random.NextUnit() : Math.Floor(levels * random.NextUnit()))];
        int[] given = [0, 1, 7, 8, 20];
        int[] least = [.. Enumerable.Range(0, count).Except(given).OrderBy(row => values[row]).Take(30 - given.Length)];
        Assert.Equal(given.Concat(least).Order(), RowChoice.WithLeast(values, given, 30));
    }

    [Fact]
    public void A_model_of_some_trials_is_a_gaussian_process()
    {
        ModelledTrials trials = Modelled(700);
        int[] rows = [.. Enumerable.Range(0, 90).Select(static i => (7 * i) + 3)];
        AdditiveMaternKernel kernel = Kernel(trials.Points.Dimension, 0.2);
        var model = new TrialModel(kernel, trials, rows, TrialModel.MemoryFor(120));
        var process = new GaussianProcess(kernel, trials.PointsOf(rows));
        process.SetOutputs(trials.OutputsOf(rows));
        double[] forecasts = model.Forecast();
        var prediction = new PointPrediction();
        double[] point = new double[trials.Points.Dimension];
        for (int row = 0; row < trials.Count; row++)
        {
            trials.Points.CopyTo(row, point);
            prediction.Predict(process, point);
            int place = Array.IndexOf(rows, row);
            Assert.Equal(place >= 0, model.Holds(row));
            Assert.Equal(prediction.Mean, forecasts[row], 1e-9);
            Assert.Equal(place < 0 ? prediction.Mean : process.MeanAtObserved(place, trials.Outputs[row]), model.MeanOf(row), 1e-9);
        }
    }

    [Fact]
    public void The_variance_of_a_difference_is_that_of_the_joint_distribution()
    {
        ModelledTrials trials = Modelled(60);
        int[] rows = [.. Enumerable.Range(10, 50)];
        AdditiveMaternKernel kernel = Kernel(trials.Points.Dimension, 0.2);
        var model = new TrialModel(kernel, trials, rows, TrialModel.MemoryFor(50));
        foreach ((int first, int second) in new[] { (12, 40), (3, 30), (5, 9), (44, 1) })
        {
            // What the process knows of one after it was told the other exactly, twice: var(a) - var(a | b) = cov(a, b)^2 / var(b).
            var process = new GaussianProcess(kernel, trials.PointsOf(rows));
            process.SetOutputs(trials.OutputsOf(rows));
            double a = VarianceOf(process, trials, first);
            double b = VarianceOf(process, trials, second);
            double[] point = new double[trials.Points.Dimension];
            trials.Points.CopyTo(second, point);
            process.Append(point, noiseWeight: 1e-9);
            double explained = a - VarianceOf(process, trials, first);
            double covariance = Math.Sqrt(Math.Max(0, explained * b));
            double found = model.DifferenceVariance(first, second);
            Assert.True(
                Math.Abs(found - (a + b - (2 * covariance))) < 1e-6 || Math.Abs(found - (a + b + (2 * covariance))) < 1e-6,
                $"{found} of {a}, {b} and {covariance}");
            Assert.Equal(found, model.DifferenceVariance(second, first), 1e-9);
        }
    }

    [Fact]
    public void Substitution_solves()
    {
        int size = Cholesky.PaddedSize(37);
        var random = new RandomStream(2);
        double[] lower = new double[size * size];
        double[] x = [.. Enumerable.Range(0, 37).Select(_ => random.NextNormal())];
        double[] forward = new double[37];
        double[] backward = new double[37];
        for (int i = 0; i < 37; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                lower[(i * size) + j] = i == j ? 2 + random.NextUnit() : 0.3 * random.NextNormal();
                forward[i] += lower[(i * size) + j] * x[j];
                backward[j] += lower[(i * size) + j] * x[i];
            }
        }

        Substitution.Forward(lower, size, forward);
        Substitution.Backward(lower, size, backward);
        Assert.All(x.Index(), entry => Assert.Equal(entry.Item, forward[entry.Index], 1e-12));
        Assert.All(x.Index(), entry => Assert.Equal(entry.Item, backward[entry.Index], 1e-12));
    }

    [Fact]
    public void What_to_expect_of_is_known_of_the_trials_that_are_asked_about()
    {
        TrialResult[] trials = Noisy(2000);
        int observed = trials.MinBy(static trial => trial.Values.Span[0]).Number;
        BestTrial best = BestTrial.Of(TestSpace.Cube(3), trials, observed, isDeterministic: false);
        Assert.True(double.IsFinite(best.MeanOf(observed)));
        Assert.True(double.IsFinite(best.MeanOf(best.ByMean)));
        int[] unknown = [.. Enumerable.Range(0, 2000).Where(number => double.IsNaN(best.MeanOf(number)))];
        Assert.InRange(unknown.Length, 1599, 1600);

        // Also where the study and the model do not agree which trial is the best observed one.
        BestTrial other = BestTrial.Of(TestSpace.Cube(3), trials, unknown[0], isDeterministic: false);
        Assert.InRange(other.MeanOf(unknown[0]), best.MeanOf(best.ByMean), 3);
        Assert.True(double.IsNaN(other.MeanOf(unknown[1])));
    }

    [Fact]
    public void A_fit_to_other_priors_in_the_same_memory_is_the_same()
    {
        PointSet points = Draw(50, 2, 1, 0);
        var random = new RandomStream(4);
        double[] outputs = [.. Enumerable.Range(0, 50).Select(_ => random.NextNormal())];
        var used = new NoiseFits(points, 2, outputs);
        double[] noise = used.FindNoise(0.5, CancellationToken.None);
        double gain = used.GainOf(noise, double.NegativeInfinity, CancellationToken.None);
        Assert.Equal(new NoiseFits(points, 2, outputs).FindNoise(0.5, CancellationToken.None), noise);
        Assert.Equal(new NoiseFits(points, 2, outputs).FitWithNoise(noise, CancellationToken.None), used.FitWithNoise(noise, CancellationToken.None));
        Assert.Equal(new NoiseFits(points, 2, outputs).GainOf(noise, double.NegativeInfinity, CancellationToken.None), gain);

        // What is enough may end the search early, and only then.
        Assert.InRange(used.GainOf(noise, double.PositiveInfinity, CancellationToken.None), gain - 20, gain + 20);
        Assert.Equal(gain, used.GainOf(noise, gain - 20, CancellationToken.None));
    }

    // A pair is a trial and the nearest one before it; the closest is taken, and then the closest of those that are left.
    private static (int First, int Second)[] PairsOfAll(PointSet points, int numericCount, int most)
    {
        var nearest = new List<(double Square, int First, int Second)>();
        double[] squares = new double[points.Count];
        for (int row = 1; row < points.Count; row++)
        {
            points.SquaredDistances(row, numericCount, squares.AsSpan(0, row));
            int first = squares.AsSpan(0, row).IndexOf(squares.AsSpan(0, row).ToArray().Min());
            nearest.Add((squares[first], first, row));
        }

        var pairs = new List<(int First, int Second)>();
        foreach ((_, int first, int second) in nearest.Order())
        {
            if (pairs.Count < most && !pairs.Any(pair => pair.First == first || pair.Second == first || pair.First == second || pair.Second == second))
            {
                pairs.Add((first, second));
            }
        }

        return [.. pairs];
    }

    // Coordinates on a grid have many equal distances.
    private static PointSet Draw(int count, int numericCount, int categoricalCount, int levels)
    {
        var points = new PointSet(numericCount + categoricalCount, count);
        var random = new RandomStream(9);
        double[] point = new double[numericCount + categoricalCount];
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < point.Length; k++)
            {
                double unit = random.NextUnit();
                point[k] = k >= numericCount ? Math.Floor(4 * unit) : levels > 0 ? Math.Floor(levels * unit) / levels : unit;
            }

            points.Add(point);
        }

        return points;
    }

    private static TrialResult[] Noisy(int count)
        => [.. Enumerable.Range(0, count).Select(static number =>
        {
            var random = new RandomStream(6, (ulong)number);
            double[] vector = [random.NextUnit(), random.NextUnit(), random.NextUnit()];
            double value = vector.Sum(static x => 4 * Math.Pow(x - 0.3, 2)) + (0.5 * random.NextNormal());
            return new TrialResult { Number = number, Vector = vector, State = TrialState.Completed, Values = new[] { value }, StandardError = 0.1 + random.NextUnit() };
        })];

    private static ModelledTrials Modelled(int count)
    {
        Observation[] trials = [.. Noisy(count).Select(static trial => Observation.Of(in trial, null))];
        return new ModelledTrials(new UnitCube(TestSpace.Cube(3)), trials, count);
    }

    private static AdditiveMaternKernel Kernel(int dimension, double noise)
        => new(
            new Hyperparameters
            {
                LengthScales = [.. Enumerable.Range(1, dimension).Select(static k => 0.3 * k)],
                AdditiveLengthScales = [.. Enumerable.Range(1, dimension).Select(static k => 1.0 / k)],
                SignalVariance = 0.8,
                AdditiveVariance = 0.3,
                NoiseVariance = noise,
            },
            dimension);

    private static double VarianceOf(GaussianProcess process, ModelledTrials trials, int row)
    {
        var prediction = new PointPrediction();
        double[] point = new double[trials.Points.Dimension];
        trials.Points.CopyTo(row, point);
        prediction.Predict(process, point);
        return prediction.Variance;
    }
}
