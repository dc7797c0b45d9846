using System.Collections.Immutable;

namespace HyperTune.Tests;

/// <summary>An order, a subset and shares.</summary>
[SearchSpace]
internal sealed partial record ComposedConfig
{
    [Permutation(3)] public ImmutableArray<int> Order { get; init; } = [2, 0, 1];

    [Subset(Least = 1)] public ComposedParts Parts { get; init; } = ComposedParts.Left;

    [Proportions(3)] public ImmutableArray<double> Mix { get; init; }
}
