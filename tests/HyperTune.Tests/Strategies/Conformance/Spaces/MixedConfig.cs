namespace HyperTune.Tests;

/// <summary>Continuous, stepped, integer, ordered and unordered parameters, and one that exists under a condition.</summary>
[SearchSpace]
internal sealed partial record MixedConfig
{
    [LogUniform(1e-4, 1)] public double Rate { get; init; } = 0.01;

    [Uniform(16, 128, Step = 16)] public int Units { get; init; } = 64;

    [Uniform(0, 1, Step = 0.25)] public double Quarter { get; init; } = 0.5;

    [Choice("relu", "tanh", "gelu")] public string Activation { get; init; } = "relu";

    [Ordinal("small", "middle", "large")] public string Size { get; init; } = "middle";

    [Choice] public bool Augment { get; init; }

    [When(nameof(Augment), true), Uniform(0, 30)] public double Rotation { get; init; } = 10;
}
