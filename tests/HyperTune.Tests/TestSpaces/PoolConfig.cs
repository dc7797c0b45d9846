using System.Collections.Immutable;

namespace HyperTune.Tests;

/// <summary>A range that ends at another value, and an order.</summary>
[SearchSpace]
internal sealed partial record PoolConfig
{
    /// <summary>Threads at work.</summary>
    [Uniform(1, 64)] public int Most { get; init; } = 16;

    [Uniform(1, 64), NotAbove(nameof(Most))] public int Least { get; init; } = 2;

    [Permutation(3)] public ImmutableArray<int> Order { get; init; }
}
