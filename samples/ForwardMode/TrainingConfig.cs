using HyperTune;

namespace ForwardMode;

/// <summary>How the weights are trained.</summary>
[SearchSpace]
public sealed partial record TrainingConfig
{
    /// <summary>The length of a step along the gradient.</summary>
    [LogUniform(1e-2, 10)] public double LearningRate { get; init; } = 0.1;

    /// <summary>The share of the last step that is taken again.</summary>
    [Uniform(0, 0.99)] public double Momentum { get; init; } = 0.5;

    /// <summary>How strongly the weights are held near 0.</summary>
    [LogUniform(1e-6, 1)] public double Penalty { get; init; } = 1e-2;
}
