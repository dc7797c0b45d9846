using Digits;
using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Benchmarks;

/// <summary>The network of the Digits sample, trained on a part of the digits; the curve is the validation loss after each epoch.</summary>
internal sealed class NetworkTraining
{
    public const int Epochs = 27;

    private const ulong Seed = 1;

    // A network that diverged is worse than one that knows nothing (2.3), and how much worse does not matter.
    private const double WorstLoss = 10;

    private readonly DigitSet _training;
    private readonly DigitSet _validation;

    public NetworkTraining(DigitSplit digits)
    {
        _training = TrainingPart.Of(digits.Training);
        _validation = digits.Validation;
    }

    /// <summary>The mean cross-entropy on the validation digits after each epoch, in nats.</summary>
    public double[] Train(DigitsConfig config)
    {
        var random = new RandomStream(Seed);
        var network = new Network(config, ref random);
        var batch = new Batch(config.BatchSize);
        var backpropagation = new Backpropagation(network, config.BatchSize, config.Dropout);
        int[] order = [.. Enumerable.Range(0, _training.Count)];
        double learningRate = config.LearningRate;
        double[] curve = new double[Epochs];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            for (int start = 0; start + batch.Size <= order.Length; start += batch.Size)
            {
                batch.Fill(_training, order.AsSpan(start, batch.Size), config.MaximumShift, ref random);
                backpropagation.Run(batch.Pictures, batch.Labels, ref random);
                foreach (DenseLayer layer in network.Layers)
                {
                    layer.Weights.Descend(learningRate, config.Momentum, config.WeightDecay);
                    layer.Biases.Descend(learningRate, config.Momentum, weightDecay: 0);
                }
            }

            learningRate *= config.LearningRateDecay;
            curve[epoch] = LossOf(network);
        }

        return curve;
    }

    private double LossOf(Network network)
    {
        Matrix<double> values = _validation.Pictures;
        foreach (DenseLayer layer in network.Layers)
        {
            Matrix<double> output = Matrix<double>.Build.Dense(layer.OutputCount, values.ColumnCount);
            layer.Forward(values, output);
            if (layer != network.Layers[^1])
            {
                output.MapInplace(x => network.Activation.Value(x), Zeros.Include);
            }

            values = output;
        }

        double loss = values.EnumerateColumns().Zip(_validation.Labels, static (scores, label) => CrossEntropy(scores, label)).Average();
        return loss <= WorstLoss ? loss : WorstLoss;
    }

    private static double CrossEntropy(Vector<double> scores, int label)
    {
        double maximum = scores.Maximum();
        return Math.Log(scores.Sum(score => Math.Exp(score - maximum))) - (scores[label] - maximum);
    }
}
