namespace HyperTune.Tests;

/// <summary>Ranges that end at other values.</summary>
[SearchSpace]
internal sealed partial record BoundedConfig
{
    [Uniform(1, 12)] public int Layers { get; init; } = 4;

    [Uniform(1, 64), NotAbove(nameof(Layers))] public int Heads { get; init; } = 2;

    [LogUniform(0.001, 1)] public double Low { get; init; } = 0.01;

    [LogUniform(0.001, 1), NotBelow(nameof(Low))] public double High { get; init; }

    [When(nameof(Heads), Low = 3), Uniform(0, 1), NotAbove(nameof(High))] public double Rate { get; init; }
}
