using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    public TimeSpan Untuned { get; init; } = TimeSpan.FromHours(1);
    [Uniform(0, 7200)] public TimeSpan A { get; init; } = new(0, 30, 0);
    [Uniform(0, 7200)] public TimeSpan B { get; init; } = TimeSpan.FromHours(0.5);
    [Uniform(-5, 5)] public TimeSpan C { get; init; } = -TimeSpan.FromSeconds(2);
    [Uniform(0, 7200)] public TimeSpan D { get; init; } = new TimeSpan(10_000_000);
    [Uniform(0, 7200)] public TimeSpan? E { get; init; } = TimeSpan.FromMinutes(2);
    [Ordinal(1, 60, 3600)] public TimeSpan F { get; init; } = TimeSpan.FromMinutes(1);
}
