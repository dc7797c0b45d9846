using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Choice] public bool? A { get; init; } = true;
    [Uniform(0, 1)] public double? B { get; init; } = 0.5;
    [Uniform(0, 9)] public long? C { get; init; } = 3;
    [Choice] public DayOfWeek? D { get; init; } = DayOfWeek.Monday;
    [Uniform(0, 1)] public decimal? E { get; init; } = 0.5m;
    [When(nameof(B), Low = 0.25), Uniform(0, 1)] public float? F { get; init; } = 0.5f;
    [When(nameof(A), false), Uniform(0, 9)] public byte? G { get; init; }
}
