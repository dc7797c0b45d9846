namespace Digits;

/// <summary>The formulas behind <see cref="Activation"/>.</summary>
internal static class ActivationFunctions
{
    private const double Leak = 0.01;

    /// <summary>The function's value at <paramref name="x"/>.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="x">The input of the unit.</param>
    public static double Value(this Activation activation, double x) => activation switch
    {
        Activation.Relu => x > 0 ? x : 0,
        Activation.LeakyRelu => x > 0 ? x : Leak * x,
        Activation.Tanh => Math.Tanh(x),
        Activation.Sigmoid => 1 / (1 + Math.Exp(-x)),
        _ => throw Unknown(activation),
    };

    /// <summary>The function's derivative, written in terms of its value, which is at hand after the forward pass.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="value">The value of the function.</param>
    public static double SlopeAtValue(this Activation activation, double value) => activation switch
    {
        Activation.Relu => value > 0 ? 1 : 0,
        Activation.LeakyRelu => value > 0 ? 1 : Leak,
        Activation.Tanh => 1 - (value * value),
        Activation.Sigmoid => value * (1 - value),
        _ => throw Unknown(activation),
    };

    /// <summary>
    /// The standard deviation of first weights that keeps the size of signals from layer to layer: He et al. 2015, equation 10, for rectifiers;
    /// Glorot and Bengio 2010, equation 12, for the others.
    /// </summary>
    /// <param name="activation">The function behind the weights.</param>
    /// <param name="inputs">The inputs of a unit.</param>
    /// <param name="outputs">The units of the layer.</param>
    public static double WeightScale(this Activation activation, int inputs, int outputs) => activation switch
    {
        Activation.Relu or Activation.LeakyRelu => Math.Sqrt(2.0 / inputs),
        Activation.Tanh or Activation.Sigmoid => Math.Sqrt(2.0 / (inputs + outputs)),
        _ => throw Unknown(activation),
    };

    private static ArgumentOutOfRangeException Unknown(Activation activation)
        => new(nameof(activation), activation, $"An activation is one of {string.Join(", ", Enum.GetNames<Activation>())}.");
}
