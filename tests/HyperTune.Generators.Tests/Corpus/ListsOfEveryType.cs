using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Repeat(1, 3), Choice] public DayOfWeek[] Days { get; init; } = [DayOfWeek.Monday];
    [Repeat(1, 3), Choice("a", null)] public IReadOnlyList<string?> Texts { get; init; } = ["a"];
    [Repeat(0, 2), Uniform(0, 1)] public ImmutableArray<TimeSpan> Spans { get; init; } = [];
    [Repeat(2, 2), LogUniform(1, 100)] public ImmutableArray<long> Longs { get; init; } = [1, 2];
    [Repeat(1, 2), Uniform(0, 1)] public IReadOnlyList<decimal> Decimals { get; init; } = [0.5m];
    [Repeat(1, 2), Choice] public ImmutableArray<bool> Flags { get; init; } = [true];
    [Repeat(1, 2), Ordinal(1, 2, null)] public ImmutableArray<int?> Maybe { get; init; } = [null];
    [Repeat(1, 2), Normal(0, 1)] public float[] Singles { get; init; } = [0.5f];
}
