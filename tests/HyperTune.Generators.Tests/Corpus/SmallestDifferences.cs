using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(1e-300, 1e-299)] public double Small { get; init; } = 5e-300;
    [Uniform(-1e-300, 1e300)] public double Skewed { get; init; }
    [Normal(1e6, 1e-3)] public double Sharp { get; init; } = 1e6;
    [Uniform(9007199254740991, 9007199254740992)] public long Top { get; init; } = 9007199254740992;
    [Uniform(16777216, 16777236, Step = 4)] public float Exact { get; init; } = 16777220f;
    [LogUniform(1, 9007199254740992)] public long Wide { get; init; } = 1;
    [Uniform(0, 1e-20)] public decimal Fine { get; init; }
    [LogUniform(1e-20, 1e20)] public decimal Both { get; init; } = 1m;
    [Choice(1.0000001f, 1.0f)] public decimal Near { get; init; } = 1m;
    [Uniform(16777216, 16777316, Step = 2)] public float Even { get; init; } = 16777218f;
    [Uniform(0, 2e-7)] public TimeSpan Ticks { get; init; }
}
