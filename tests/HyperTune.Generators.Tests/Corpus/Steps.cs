using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 1, Step = 0.1)] public double A { get; init; } = 0.3;
    [Uniform(0.1, 0.7, Step = 0.2)] public float B { get; init; } = 0.3f;
    [Uniform(0, 1, Step = 1e-9)] public double C { get; init; }
    [Uniform(-3, 3, Step = 0.5)] public decimal D { get; init; } = -2.5m;
    [Uniform(0, 100, Step = 0.001)] public TimeSpan E { get; init; } = TimeSpan.FromMilliseconds(250);
    [Uniform(0, 1000000000000, Step = 250)] public long F { get; init; } = 250;
}
