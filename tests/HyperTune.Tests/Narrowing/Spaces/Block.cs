using System.Collections.Immutable;

namespace HyperTune.Tests;

/// <summary>An element that has a list of its own.</summary>
[SearchSpace]
internal sealed partial record Block
{
    [Repeat(1, 3), Uniform(1, 9)] public ImmutableArray<int> Widths { get; init; } = [4];
}
