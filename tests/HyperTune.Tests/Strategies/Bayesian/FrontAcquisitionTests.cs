namespace HyperTune.Tests;

/// <summary>The acquisition functions for several objectives, against sampling and finite differences.</summary>
public sealed class FrontAcquisitionTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Expected_improvement_of_the_volume_is_that_of_many_outcomes(int objectives)
    {
        var random = new RandomStream(5, (ulong)objectives);
        double[] reference = [.. Enumerable.Repeat(1.1, objectives)];
        double[][] front = DrawFront(ref random, 6, objectives);
        var acquisition = new HypervolumeImprovement(Processes(objectives), BoxDecomposition.Undominated(front, reference));
        double before = Hypervolume.Of(front, reference);
        for (int point = 0; point < 4; point++)
        {
            double[] means = Draw(ref random, objectives);
            double[] variances = [.. Draw(ref random, objectives).Select(static value => 0.01 + (0.05 * value))];
            double sum = 0;
            double squares = 0;
            const int Outcomes = 40_000;
            for (int outcome = 0; outcome < Outcomes; outcome++)
            {
                double[] drawn = new double[objectives];
                for (int k = 0; k < objectives; k++)
                {
                    drawn[k] = means[k] + (Math.Sqrt(variances[k]) * random.NextNormal());
                }

                double gain = Hypervolume.Of(front.Append(drawn), reference) - before;
                sum += gain;
                squares += gain * gain;
            }

            double average = sum / Outcomes;
            double error = Math.Sqrt(((squares / Outcomes) - (average * average)) / Outcomes);
            Assert.Equal(average, Math.Exp(acquisition.Improvement(means, variances, [], [])), 5 * error);
        }
    }

    [Fact]
    public void Far_from_the_front_the_logarithm_goes_on()
    {
        var random = new RandomStream(6);
        var acquisition = new HypervolumeImprovement(Processes(2), BoxDecomposition.Undominated(DrawFront(ref random, 5, 2), [1.1, 1.1]));
        double last = double.PositiveInfinity;
        foreach (double distance in new[] { 1, 2, 4, 8, 16.0 })
        {
            double value = acquisition.Improvement([distance, distance], [0.01, 0.01], [], []);
            Assert.True(double.IsFinite(value) && value < last, $"{value} at {distance}");
            last = value;
        }

        // Below 1e-250 the logarithms of the boxes are added; the two ways agree where both can go.
        double[] slopes = new double[2];
        acquisition.Improvement([8, 8], [0.01, 0.01], slopes, new double[2]);
        double step = acquisition.Improvement([8 + 1e-5, 8], [0.01, 0.01], [], []) - acquisition.Improvement([8 - 1e-5, 8], [0.01, 0.01], [], []);
        Assert.Equal(1, step / 2e-5 / slopes[0], 1e-2);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(2, true)]
    [InlineData(6, true)]
    public void Gradients_agree_with_finite_differences_and_batches_with_points(int objectives, bool isScalarized)
    {
        var random = new RandomStream(7, (ulong)objectives);
        GaussianProcess[] processes = Processes(objectives);
        var limit = new FeasibilityFactor(Processes(1)[0], 0.2, isAbove: false);
        AcquisitionCriterion acquisition = isScalarized
            ? new ScalarizedImprovement(processes, [.. Enumerable.Repeat(0.4, objectives)], new double[objectives], 0.3, seed: 3, limit)
            : new HypervolumeImprovement(processes, BoxDecomposition.Undominated(DrawFront(ref random, 6, objectives), [.. Enumerable.Repeat(1.5, objectives)]), limit);
        var points = new PointSet(2);
        double[][] drawn = [.. Enumerable.Range(0, 5).Select(_ => Draw(ref random, 2))];
        foreach (double[] point in drawn)
        {
            points.Add(point);
        }

        double[] scores = new double[drawn.Length];
        acquisition.Score(points, scores);
        double[] gradient = new double[2];
        for (int i = 0; i < drawn.Length; i++)
        {
            Assert.Equal(acquisition.Evaluate(drawn[i]), scores[i], 1e-7);
            acquisition.WriteGradient(gradient);
            for (int k = 0; k < 2; k++)
            {
                double[] above = [.. drawn[i]];
                double[] below = [.. drawn[i]];
                above[k] += 1e-4;
                below[k] -= 1e-4;
                double expected = (acquisition.Evaluate(above) - acquisition.Evaluate(below)) / 2e-4;
                Assert.Equal(expected, gradient[k], 1e-4 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    private static double[][] DrawFront(ref RandomStream random, int count, int objectives)
    {
        var vectors = new List<double[]>();
        for (int i = 0; i < count; i++)
        {
            vectors.Add(Draw(ref random, objectives));
        }

        return [.. Domination.Front(vectors).Select(place => vectors[place])];
    }

    private static double[] Draw(ref RandomStream random, int count)
    {
        double[] drawn = new double[count];
        foreach (ref double value in drawn.AsSpan())
        {
            value = random.NextUnit();
        }

        return drawn;
    }

    private static GaussianProcess[] Processes(int count)
    {
        var processes = new GaussianProcess[count];
        for (int k = 0; k < count; k++)
        {
            var random = new RandomStream(11, (ulong)k);
            var inputs = new PointSet(2);
            double[] outputs = new double[12];
            for (int i = 0; i < outputs.Length; i++)
            {
                double[] point = Draw(ref random, 2);
                inputs.Add(point);
                outputs[i] = Math.Sin((3 * point[0]) + k) + (point[1] * (k + 1) / count);
            }

            var hyperparameters = new Hyperparameters { LengthScales = [0.5, 0.7], AdditiveLengthScales = [0.5, 0.7], SignalVariance = 1, AdditiveVariance = 0.2, NoiseVariance = 1e-4 };
            processes[k] = new GaussianProcess(new AdditiveMaternKernel(hyperparameters, 2), inputs);
            processes[k].SetOutputs(outputs);
        }

        return processes;
    }
}
