using HyperTune;
using MathNet.Numerics.LinearAlgebra;

namespace Digits;

/// <summary>A feed-forward network that tells which digit a picture shows.</summary>
internal sealed class Network
{
    /// <summary>Creates an untrained network.</summary>
    /// <param name="config">The number and size of the hidden layers, and their activation.</param>
    /// <param name="random">The source of the first weights.</param>
    public Network(DigitsConfig config, ref RandomStream random)
    {
        Activation = config.Activation;
        Layers = new DenseLayer[config.HiddenLayers + 1];
        for (int i = 0; i < Layers.Length; i++)
        {
            int inputs = i == 0 ? DigitSet.PictureSize : config.HiddenUnits;
            int outputs = i == config.HiddenLayers ? DigitSet.ClassCount : config.HiddenUnits;
            Layers[i] = new DenseLayer(inputs, outputs, Activation.WeightScale(inputs, outputs), ref random);
        }
    }

    /// <summary>The layers from the pictures to the scores of the ten digits.</summary>
    public DenseLayer[] Layers { get; }

    /// <summary>What the hidden units do to their input.</summary>
    public Activation Activation { get; }

    /// <summary>The digit that each picture shows, in the network's opinion: the one with the highest score.</summary>
    /// <param name="pictures">One picture a column.</param>
    public int[] Classify(Matrix<double> pictures)
    {
        Matrix<double> values = pictures;
        foreach (DenseLayer layer in Layers)
        {
            Matrix<double> output = Matrix<double>.Build.Dense(layer.OutputCount, pictures.ColumnCount);
            layer.Forward(values, output);
            if (layer != Layers[^1])
            {
                output.MapInplace(x => Activation.Value(x), Zeros.Include);
            }

            values = output;
        }

        return [.. values.EnumerateColumns().Select(static scores => scores.MaximumIndex())];
    }

    /// <summary>Whether the network reads each picture right.</summary>
    /// <param name="digits">The pictures and what they show.</param>
    public bool[] Check(DigitSet digits)
        => [.. Classify(digits.Pictures).Zip(digits.Labels, static (read, label) => read == label)];
}
