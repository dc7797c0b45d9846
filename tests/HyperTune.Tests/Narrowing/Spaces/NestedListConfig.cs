using System.Collections.Immutable;

namespace HyperTune.Tests;

/// <summary>Lists in lists, lists of numbers, and a part that a config can do without.</summary>
[SearchSpace]
internal sealed partial record NestedListConfig
{
    [Repeat(1, 2)] public ImmutableArray<Block> Blocks { get; init; } = [new Block()];

    [Repeat(2, 3), Uniform(0, 1)] public ImmutableArray<double> Rates { get; init; } = [0.5, 0.5];

    public Stage? Extra { get; init; }
}
