namespace HyperTune.Benchmarks;

/// <summary>The space whose journals the fuzzer mutates: a parameter of every kind, with conditions and a constraint.</summary>
[SearchSpace]
internal sealed partial record FuzzConfig
{
    [Uniform(1, 5)] public byte Level { get; init; } = 3;

    [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 1e-3;

    [Uniform(0, 1)] public float Share { get; init; } = 0.5f;

    [Uniform(16, 256, Step = 16)] public int Units { get; init; } = 64;

    [Normal(0, 1)] public double Offset { get; init; }

    [LogNormal(-5, 2)] public double Decay { get; init; } = 0.01;

    [Choice("relu", "tanh", "1.0")] public string Activation { get; init; } = "relu";

    [Ordinal(1024, 4096, 16384)] public int Buffer { get; init; } = 4096;

    [Choice] public bool Augment { get; init; }

    [When(nameof(Augment), true), Uniform(0, 30)] public double Rotation { get; init; }

    [When(nameof(Share), Low = 0.75), Uniform(0, 3)] public double Extra { get; init; } = 1;

    [Constraint] private static bool IsSmall(FuzzConfig config) => config.Level * config.Units <= 1024;
}
