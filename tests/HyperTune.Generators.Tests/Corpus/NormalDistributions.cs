using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [LogNormal(0, 1)] public double A { get; init; } = 1;
    [LogNormal(-2, 0.5, Low = 0.01, High = 1)] public float B { get; init; } = 0.125f;
    [Normal(10, 3, Low = 1, High = 20)] public int C { get; init; } = 10;
    [Normal(0, 1e-3)] public decimal D { get; init; }
    [LogNormal(0, 1, Low = 1, High = 100)] public long E { get; init; } = 1;
    [Normal(60, 10, Low = 0)] public TimeSpan F { get; init; } = TimeSpan.FromMinutes(1);
    [Normal(0, 1, High = 0)] public double G { get; init; } = -1;
}
