using HyperTune;
using MathNet.Numerics.LinearAlgebra;

namespace Digits;

/// <summary>The loss of a network on batches of one size and its gradient, in memory that every batch uses again.</summary>
internal sealed class Backpropagation
{
    private readonly Network _network;
    private readonly double _dropout;

    // One entry a layer: its output, behind activation and dropout; the loss's derivatives by W x + b; the output's derivatives by W x + b.
    private readonly Matrix<double>[] _outputs;
    private readonly Matrix<double>[] _gradients;
    private readonly double[][] _slopes;

    /// <summary>Sets up the memory for batches of one size.</summary>
    /// <param name="network">The network to differentiate.</param>
    /// <param name="batchSize">The number of pictures of a batch.</param>
    /// <param name="dropout">The probability of a hidden unit to be left out, in [0, 1).</param>
    public Backpropagation(Network network, int batchSize, double dropout)
    {
        _network = network;
        _dropout = dropout;
        _outputs = [.. network.Layers.Select(layer => Matrix<double>.Build.Dense(layer.OutputCount, batchSize))];
        _gradients = [.. network.Layers.Select(layer => Matrix<double>.Build.Dense(layer.OutputCount, batchSize))];
        _slopes = [.. network.Layers.Select(layer => new double[layer.OutputCount * batchSize])];
    }

    /// <summary>Leaves the gradient of the batch's loss in the network's layers.</summary>
    /// <param name="pictures">One picture a column.</param>
    /// <param name="labels">What the pictures show.</param>
    /// <param name="random">Decides which hidden units are left out.</param>
    /// <returns>The loss: the mean cross-entropy between the labels and the softmax of the scores, in nats.</returns>
    public double Run(Matrix<double> pictures, ReadOnlySpan<int> labels, ref RandomStream random)
    {
        DenseLayer[] layers = _network.Layers;
        int last = layers.Length - 1;
        for (int i = 0; i <= last; i++)
        {
            layers[i].Forward(InputOf(i, pictures), _outputs[i]);
            if (i < last)
            {
                Activate(_outputs[i].AsColumnMajorArray(), _slopes[i], ref random);
            }
        }

        double loss = SoftmaxCrossEntropy(_outputs[last].AsColumnMajorArray(), labels, _gradients[last].AsColumnMajorArray());
        for (int i = last; i >= 0; i--)
        {
            layers[i].Backward(InputOf(i, pictures), _gradients[i]);
            if (i > 0)
            {
                layers[i].BackwardToInput(_gradients[i], _gradients[i - 1]);
                MultiplyBy(_gradients[i - 1].AsColumnMajorArray(), _slopes[i - 1]);
            }
        }

        return loss;
    }

    private Matrix<double> InputOf(int layer, Matrix<double> pictures) => layer == 0 ? pictures : _outputs[layer - 1];

    // Dropout scales what it keeps by 1 / (1 - p), so that a network that leaves nothing out needs no other scale (Srivastava et al. 2014).
    private void Activate(double[] values, double[] slopes, ref RandomStream random)
    {
        double kept = 1 / (1 - _dropout);
        for (int i = 0; i < values.Length; i++)
        {
            double scale = _dropout > 0 && random.NextUnit() < _dropout ? 0 : kept;
            double value = _network.Activation.Value(values[i]);
            values[i] = scale * value;
            slopes[i] = scale * _network.Activation.SlopeAtValue(value);
        }
    }

    // The derivative of the loss by a score is (softmax - 1 at the label) / n.
    private static double SoftmaxCrossEntropy(double[] scores, ReadOnlySpan<int> labels, double[] gradients)
    {
        double loss = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            ReadOnlySpan<double> score = scores.AsSpan(n * DigitSet.ClassCount, DigitSet.ClassCount);
            Span<double> gradient = gradients.AsSpan(n * DigitSet.ClassCount, DigitSet.ClassCount);

            // Taking the maximum off every score changes no probability and keeps the exponentials finite.
            double maximum = Maximum(score);
            double sum = 0;
            for (int c = 0; c < score.Length; c++)
            {
                gradient[c] = Math.Exp(score[c] - maximum);
                sum += gradient[c];
            }

            loss += Math.Log(sum) - (score[labels[n]] - maximum);
            for (int c = 0; c < gradient.Length; c++)
            {
                gradient[c] = ((gradient[c] / sum) - (c == labels[n] ? 1 : 0)) / labels.Length;
            }
        }

        return loss / labels.Length;
    }

    private static double Maximum(ReadOnlySpan<double> values)
    {
        double maximum = values[0];
        foreach (double value in values)
        {
            maximum = Math.Max(maximum, value);
        }

        return maximum;
    }

    private static void MultiplyBy(double[] values, double[] factors)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= factors[i];
        }
    }
}
