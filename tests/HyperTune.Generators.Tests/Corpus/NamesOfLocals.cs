using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 1)] public double Count { get; init; }
    [Repeat(1, 2), Uniform(0, 1)] public double[] Item { get; init; } = [0.5];
    [Repeat(1, 2), Uniform(0, 1)] public double[] Length { get; init; } = [0.5];
    [Choice] public bool items { get; init; }
    [Choice] public bool i { get; init; }
    [Choice] public bool initial { get; init; }
    [Choice] public bool writer { get; init; }
    [Choice] public bool gradient { get; init; }
    [Choice] public bool name { get; init; }
    [When(nameof(i), true), Choice] public bool hasInitial { get; init; }
}
