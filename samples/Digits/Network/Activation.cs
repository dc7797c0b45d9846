namespace Digits;

/// <summary>What a hidden unit does to its input.</summary>
public enum Activation
{
    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>x where it is positive, x / 100 elsewhere.</summary>
    LeakyRelu,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>1 / (1 + e^-x).</summary>
    Sigmoid,
}
