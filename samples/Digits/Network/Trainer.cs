using HyperTune;

namespace Digits;

/// <summary>Trains networks by gradient descent on batches.</summary>
internal static class Trainer
{
    /// <summary>Trains a new network. The same config, digits and seed give the same network.</summary>
    /// <param name="config">How the network is built and trained.</param>
    /// <param name="digits">What it learns from; at least one batch.</param>
    /// <param name="seed">Seeds the first weights, the order and the places of the pictures, and dropout.</param>
    /// <param name="afterEpoch">Is called after each epoch with the number of epochs done and the network as it is then.</param>
    public static Network Train(DigitsConfig config, DigitSet digits, long seed, Action<int, Network>? afterEpoch = null)
    {
        var random = new RandomStream((ulong)seed);
        var network = new Network(config, ref random);
        var batch = new Batch(config.BatchSize);
        var backpropagation = new Backpropagation(network, config.BatchSize, config.Dropout);
        int[] order = [.. Enumerable.Range(0, digits.Count)];
        double learningRate = config.LearningRate;
        for (int epoch = 1; epoch <= config.Epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());

            // Pictures that fill no batch any more sit this epoch out; in the next order they are others.
            for (int start = 0; start + batch.Size <= order.Length; start += batch.Size)
            {
                batch.Fill(digits, order.AsSpan(start, batch.Size), config.MaximumShift, ref random);
                backpropagation.Run(batch.Pictures, batch.Labels, ref random);
                foreach (DenseLayer layer in network.Layers)
                {
                    layer.Weights.Descend(learningRate, config.Momentum, config.WeightDecay);
                    layer.Biases.Descend(learningRate, config.Momentum, weightDecay: 0);
                }
            }

            learningRate *= config.LearningRateDecay;
            afterEpoch?.Invoke(epoch, network);
        }

        return network;
    }
}
