using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Ordinal(16, 32, 64)] public int Batch { get; init; } = 32;
    [When(nameof(Batch), 32, 64), Uniform(0, 1)] public double A { get; init; }
    [When(nameof(Batch), Low = 20), Uniform(0, 1)] public double B { get; init; }
    [Choice(0.5, 1.5, 2.5)] public decimal C { get; init; } = 1.5m;
    [When(nameof(C), Low = 1), Uniform(0, 1)] public double D { get; init; }
    [Uniform(0, 255)] public byte E { get; init; }
    [When(nameof(E), 0, 255), Choice] public bool F { get; init; }
    [Uniform(0, 9)] public long G { get; init; }
    [When(nameof(G), 3L), Choice] public bool H { get; init; }
}
