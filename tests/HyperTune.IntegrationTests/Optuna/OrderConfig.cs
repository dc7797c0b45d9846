using System.Collections.Immutable;

namespace HyperTune.IntegrationTests;

/// <summary>An order, a subset and shares.</summary>
[SearchSpace]
internal sealed partial record OrderConfig
{
    [Permutation(3)] public ImmutableArray<int> Order { get; init; }

    [Subset] public FileShare Share { get; init; }

    [Proportions(3)] public ImmutableArray<double> Mix { get; init; }
}
