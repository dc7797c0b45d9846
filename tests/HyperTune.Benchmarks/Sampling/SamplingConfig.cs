namespace HyperTune.Benchmarks;

/// <summary>Ten parameters of the usual kinds: four uniform, two logarithmic, two integers, a choice and a switch.</summary>
[SearchSpace]
internal sealed partial record SamplingConfig
{
    [LogUniform(1e-5, 1e-1)] public double LearningRate { get; init; } = 1e-3;

    [LogUniform(1e-8, 1e-2)] public double WeightDecay { get; init; } = 1e-4;

    [Uniform(0, 0.5)] public double Dropout { get; init; } = 0.1;

    [Uniform(0, 0.99)] public double Momentum { get; init; } = 0.9;

    [Uniform(0, 0.3)] public double LabelSmoothing { get; init; } = 0.15;

    [Uniform(0.1, 10)] public double ClippingNorm { get; init; } = 1;

    [Uniform(1, 8)] public int Layers { get; init; } = 2;

    [Uniform(16, 512)] public int Units { get; init; } = 128;

    [Choice("relu", "tanh", "gelu", "silu")] public string Activation { get; init; } = "relu";

    [Choice] public bool Augment { get; init; }
}
