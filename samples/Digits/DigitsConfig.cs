using HyperTune;

namespace Digits;

/// <summary>How a network that reads digits is built and trained.</summary>
/// <remarks>
/// The initializers are a plain start: the step size 0.01 and no momentum, as common libraries have it, and none of the refinements.
/// </remarks>
[SearchSpace]
public sealed partial record DigitsConfig
{
    /// <summary>The number of hidden layers.</summary>
    [Uniform(1, 2)] public int HiddenLayers { get; init; } = 1;

    /// <summary>The number of units of each hidden layer.</summary>
    [Uniform(16, 96, Step = 16)] public int HiddenUnits { get; init; } = 32;

    /// <summary>What a hidden unit does to its input.</summary>
    [Choice] public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>The share of hidden units that are left out, at random, of each step of training.</summary>
    [Uniform(0, 0.5)] public double Dropout { get; init; }

    /// <summary>The number of pictures behind each step of training.</summary>
    [Ordinal(8, 16, 32, 64, 128)] public int BatchSize { get; init; } = 32;

    /// <summary>The step size of gradient descent in the first epoch.</summary>
    [LogUniform(0.001, 1)] public double LearningRate { get; init; } = 0.01;

    /// <summary>The factor from one epoch's step size to the next one's.</summary>
    [Uniform(0.8, 1)] public double LearningRateDecay { get; init; } = 1;

    /// <summary>The share of a step that the next step repeats.</summary>
    [Uniform(0, 0.95)] public double Momentum { get; init; }

    /// <summary>The pull of the weights towards zero.</summary>
    [LogUniform(1e-6, 1e-2)] public double WeightDecay { get; init; } = 1e-4;

    /// <summary>The longest way, in squares, that a training picture is moved at random.</summary>
    [Uniform(0, 1)] public double MaximumShift { get; init; }

    /// <summary>How often training goes through all pictures. It has no range, so it is not tuned.</summary>
    public int Epochs { get; init; } = 30;
}
