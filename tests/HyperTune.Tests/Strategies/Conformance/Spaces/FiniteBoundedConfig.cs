namespace HyperTune.Tests;

/// <summary>A finite space of 36 configs: pairs of numbers in order.</summary>
[SearchSpace]
internal sealed partial record FiniteBoundedConfig
{
    [Uniform(1, 8)] public int Most { get; init; } = 8;

    [Uniform(1, 8), NotAbove(nameof(Most))] public int Least { get; init; } = 1;
}
