using System.Collections.Immutable;

namespace HyperTune.Tests;

/// <summary>A space with every kind of parameter that a journal has to keep.</summary>
[SearchSpace]
internal sealed partial record StoredConfig
{
    [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 1e-3;

    [Uniform(16, 256, Step = 16)] public int Units { get; init; } = 64;

    [Uniform(0.05, 2)] public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(0.5);

    [Normal(0.8, 0.1, Low = 0.5, High = 1)] public double Share { get; init; } = 0.8;

    [LogNormal(-5, 2)] public double Decay { get; init; } = 0.01;

    [Choice("relu", "tanh")] public string Activation { get; init; } = "relu";

    [Ordinal(1024, 4096, 16384)] public int Buffer { get; init; } = 4096;

    [Choice] public DayOfWeek Day { get; init; }

    [Choice] public bool Augment { get; init; }

    [When(nameof(Augment), true), Uniform(0, 30)] public double Rotation { get; init; } = 15;

    [Repeat(1, 3)] public ImmutableArray<StoredLayer> Layers { get; init; } = [new StoredLayer(64, 0.1)];

    public required StoredSolver Solver { get; init; }

    public int Epochs { get; init; } = 30;

    [Constraint] private static bool IsSmall(StoredConfig config) => config.Layers.Length * config.Units <= 512;
}
