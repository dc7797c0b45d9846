using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(1, 8)] public int N { get; init; } = 2;
    [Repeat(1, 3), Uniform(0, 9)] public ImmutableArray<int> L { get; init; } = [1];
    [Constraint] private static bool Ordered(Config c) { for (int i = 1; i < c.L.Length; i++) { if (c.L[i] < c.L[i - 1]) { return false; } } return true; }
    [Constraint] private static bool Fits(Config c) => c.L.Length <= c.N;
}
