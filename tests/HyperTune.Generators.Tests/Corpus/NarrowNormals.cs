using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Normal(0, 1e-300)] public double A { get; init; }
    [LogNormal(0, 1e-3)] public double B { get; init; } = 1;
    [Normal(5, 100, Low = 1, High = 9)] public byte C { get; init; } = 5;
    [LogNormal(3, 1, Low = 1, High = 1000)] public int D { get; init; } = 20;
    [Normal(0.5, 0.5, Low = 0, High = 1)] public decimal E { get; init; } = 0.5m;
    [LogNormal(0, 2, High = 50)] public TimeSpan F { get; init; } = TimeSpan.FromSeconds(1);
    [Repeat(2, 3), Normal(0, 1, Low = -1)] public ImmutableArray<double> G { get; init; } = [0, 0];
}
