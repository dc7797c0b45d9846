using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public partial record Config { [Repeat(1, 2)] public IReadOnlyList<Stage> Stages { get; init; } = [new Stage()]; }
[SearchSpace] public partial record Stage { [Repeat(1, 3), Uniform(1, 9)] public int[] Widths { get; init; } = [3]; [Repeat(2, 2)] public ImmutableArray<Inner> Two { get; init; } = [new(1), new(2)]; }
[SearchSpace] public readonly partial record struct Inner([Uniform(0, 3)] double X);
