using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Samples.Tests;

public class BackpropagationTests
{
    private const double Step = 1e-5;

    public static TheoryData<Activation, int, double> Networks
    {
        get
        {
            var networks = new TheoryData<Activation, int, double>();
            foreach (Activation activation in Enum.GetValues<Activation>())
            {
                networks.Add(activation, 1, 0);
                networks.Add(activation, 2, 0);
                networks.Add(activation, 2, 0.3);
            }

            return networks;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Run_anyNetwork_leavesTheGradientThatFiniteDifferencesGive(Activation activation, int hiddenLayers, double dropout)
    {
        var random = new RandomStream(seed: 7);
        var network = new Network(new DigitsConfig { Activation = activation, HiddenLayers = hiddenLayers, HiddenUnits = 16 }, ref random);
        (Matrix<double> pictures, int[] labels) = RandomBatch(size: 6, ref random);
        var backpropagation = new Backpropagation(network, labels.Length, dropout);

        // A stream is a value: each run gets its own copy, so all of them leave out the same units.
        RandomStream dropoutStream = random;
        double Loss()
        {
            RandomStream copy = dropoutStream;
            return backpropagation.Run(pictures, labels, ref copy);
        }

        foreach (TrainableArray array in network.Layers.SelectMany(static layer => new[] { layer.Weights, layer.Biases }))
        {
            Loss();
            double[] gradient = [.. array.Gradient];
            double[] expected = [.. array.Values.Select((_, i) => CentralDifference(array.Values, i, Loss))];
            double scale = expected.Max(Math.Abs);
            Assert.True(scale > 1e-3, $"A gradient no larger than {scale} would make this comparison empty.");
            Assert.All(gradient.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6 * scale));
        }
    }

    [Fact]
    public void Run_scoresOfZero_givesTheLogarithmOfTheNumberOfDigits()
    {
        var random = new RandomStream(seed: 7);
        var network = new Network(new DigitsConfig(), ref random);
        Array.Clear(network.Layers[^1].Weights.Values);
        (Matrix<double> pictures, int[] labels) = RandomBatch(size: 4, ref random);

        double loss = new Backpropagation(network, labels.Length, dropout: 0).Run(pictures, labels, ref random);

        Assert.Equal(Math.Log(10), loss, 1e-12);
    }

    [Fact]
    public void Run_scoresBeyondTheRangeOfExp_givesAFiniteLoss()
    {
        var random = new RandomStream(seed: 7);
        var network = new Network(new DigitsConfig(), ref random);
        network.Layers[^1].Biases.Values[3] = 2000;
        (Matrix<double> pictures, _) = RandomBatch(size: 1, ref random);

        double loss = new Backpropagation(network, batchSize: 1, dropout: 0).Run(pictures, [5], ref random);

        Assert.InRange(loss, 1990, 2010);
    }

    private static (Matrix<double> Pictures, int[] Labels) RandomBatch(int size, ref RandomStream random)
    {
        double[] ink = new double[DigitSet.PictureSize * size];
        foreach (ref double value in ink.AsSpan())
        {
            value = random.NextUnit();
        }

        int[] labels = [.. Enumerable.Range(0, size).Select(static i => i % DigitSet.ClassCount)];
        return (Matrix<double>.Build.Dense(DigitSet.PictureSize, size, ink), labels);
    }

    private static double CentralDifference(double[] values, int index, Func<double> loss)
    {
        double value = values[index];
        values[index] = value + Step;
        double above = loss();
        values[index] = value - Step;
        double below = loss();
        values[index] = value;
        return (above - below) / (2 * Step);
    }
}
