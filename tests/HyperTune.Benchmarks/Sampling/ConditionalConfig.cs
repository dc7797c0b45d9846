namespace HyperTune.Benchmarks;

/// <summary>Twenty parameters, most of which exist sometimes: ten in a nested conditional space, three under a condition.</summary>
[SearchSpace]
internal sealed partial record ConditionalConfig
{
    public required ConditionalOptimizer Optimizer { get; init; }

    [LogUniform(1e-8, 1e-2)] public double WeightDecay { get; init; } = 1e-4;

    [Uniform(0, 0.3)] public double LabelSmoothing { get; init; } = 0.15;

    [Uniform(1, 8)] public int Depth { get; init; } = 2;

    [Uniform(16, 512, Step = 16)] public int Units { get; init; } = 128;

    [Ordinal(16, 32, 64, 128)] public int BatchSize { get; init; } = 32;

    [Choice("relu", "leaky", "tanh")] public string Activation { get; init; } = "relu";

    [When(nameof(Activation), "leaky"), Uniform(0.01, 0.3)] public double Slope { get; init; } = 0.01;

    [Choice] public bool Augment { get; init; }

    [When(nameof(Augment), true), Uniform(0, 30)] public double MaxRotation { get; init; } = 15;

    [When(nameof(MaxRotation), Low = 5), Uniform(0, 4)] public int MaxShift { get; init; } = 2;
}
