using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public partial record Config { [Repeat(0, 3)] public ImmutableArray<Block> Blocks { get; init; } = []; }
[SearchSpace] public abstract partial record Block
{
    public sealed record Dense([Uniform(8, 64, Step = 8)] int Units) : Block;
    public sealed record Drop([Uniform(0, 0.9)] double Rate) : Block;
    public sealed record Nothing : Block;
}
