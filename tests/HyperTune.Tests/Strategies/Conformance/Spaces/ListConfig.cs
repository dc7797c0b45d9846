using System.Collections.Immutable;

namespace HyperTune.Tests;

/// <summary>A list whose length is tuned.</summary>
[SearchSpace]
internal sealed partial record ListConfig
{
    [Repeat(1, 3)] public ImmutableArray<Stage> Stages { get; init; } = [new Stage(64, 0.1)];

    [Uniform(0, 1)] public double Smoothing { get; init; } = 0.1;
}
