using HyperTune;

namespace Digits;

/// <summary>Numbers that training changes: the weights or the biases of one layer.</summary>
/// <param name="count">How many there are; all start at zero.</param>
internal sealed class TrainableArray(int count)
{
    private readonly double[] _velocity = new double[count];

    /// <summary>The numbers.</summary>
    public double[] Values { get; } = new double[count];

    /// <summary>The derivatives of the loss, as the last backward pass left them.</summary>
    public double[] Gradient { get; } = new double[count];

    /// <summary>Draws the numbers from a normal distribution around zero.</summary>
    /// <param name="standardDeviation">Its standard deviation.</param>
    /// <param name="random">The source of randomness.</param>
    public void Randomize(double standardDeviation, ref RandomStream random)
    {
        foreach (ref double value in Values.AsSpan())
        {
            value = standardDeviation * random.NextNormal();
        }
    }

    /// <summary>Takes one step of gradient descent with momentum (Sutskever et al. 2013, equations 1 and 2).</summary>
    /// <param name="learningRate">The step size.</param>
    /// <param name="momentum">The share of the last step to repeat.</param>
    /// <param name="weightDecay">The weight of half the squared numbers in the loss.</param>
    public void Descend(double learningRate, double momentum, double weightDecay)
    {
        Span<double> values = Values;
        Span<double> velocity = _velocity.AsSpan(0, values.Length);
        ReadOnlySpan<double> gradient = Gradient.AsSpan(0, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            velocity[i] = (momentum * velocity[i]) - (learningRate * (gradient[i] + (weightDecay * values[i])));
            values[i] += velocity[i];
        }
    }
}
