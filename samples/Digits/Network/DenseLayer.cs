using HyperTune;
using MathNet.Numerics.LinearAlgebra;

namespace Digits;

/// <summary>A fully connected layer: W x + b for every column x of a batch.</summary>
internal sealed class DenseLayer
{
    private readonly Matrix<double> _weights;
    private readonly Matrix<double> _weightGradient;

    /// <summary>Creates the layer with random weights and zero biases.</summary>
    /// <param name="inputs">The length of x.</param>
    /// <param name="outputs">The length of W x + b.</param>
    /// <param name="weightScale">The standard deviation of the weights.</param>
    /// <param name="random">The source of the weights.</param>
    public DenseLayer(int inputs, int outputs, double weightScale, ref RandomStream random)
    {
        Weights = new TrainableArray(inputs * outputs);
        Weights.Randomize(weightScale, ref random);
        Biases = new TrainableArray(outputs);

        // Both matrices are views of the arrays: what one changes, the other sees.
        _weights = Matrix<double>.Build.Dense(outputs, inputs, Weights.Values);
        _weightGradient = Matrix<double>.Build.Dense(outputs, inputs, Weights.Gradient);
    }

    /// <summary>W, column by column.</summary>
    public TrainableArray Weights { get; }

    /// <summary>b.</summary>
    public TrainableArray Biases { get; }

    /// <summary>The length of W x + b.</summary>
    public int OutputCount => Biases.Values.Length;

    /// <summary>Writes W x + b for every column x.</summary>
    /// <param name="input">The columns x.</param>
    /// <param name="output">Receives one column for each of the input's.</param>
    public void Forward(Matrix<double> input, Matrix<double> output)
    {
        _weights.Multiply(input, output);
        double[] values = output.AsColumnMajorArray();
        for (int start = 0; start < values.Length; start += OutputCount)
        {
            Add(Biases.Values, values.AsSpan(start, OutputCount));
        }
    }

    /// <summary>Leaves the gradient of the loss in <see cref="Weights"/> and <see cref="Biases"/>.</summary>
    /// <param name="input">The input of the forward pass.</param>
    /// <param name="outputGradient">The derivatives of the loss by the output.</param>
    public void Backward(Matrix<double> input, Matrix<double> outputGradient)
    {
        outputGradient.TransposeAndMultiply(input, _weightGradient);
        double[] gradients = outputGradient.AsColumnMajorArray();
        Array.Clear(Biases.Gradient);
        for (int start = 0; start < gradients.Length; start += OutputCount)
        {
            Add(gradients.AsSpan(start, OutputCount), Biases.Gradient);
        }
    }

    /// <summary>Writes the derivatives of the loss by the layer's input.</summary>
    /// <param name="outputGradient">The derivatives of the loss by the output.</param>
    /// <param name="inputGradient">Receives the derivatives by the input.</param>
    public void BackwardToInput(Matrix<double> outputGradient, Matrix<double> inputGradient)
        => _weights.TransposeThisAndMultiply(outputGradient, inputGradient);

    private static void Add(ReadOnlySpan<double> source, Span<double> target)
    {
        for (int i = 0; i < source.Length; i++)
        {
            target[i] += source[i];
        }
    }
}
