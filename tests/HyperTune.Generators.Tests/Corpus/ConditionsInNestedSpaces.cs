using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 10)] public double A { get; init; } = 5;
    [When(nameof(A), Low = 2.5)] public Inner I { get; init; } = new();
}
[SearchSpace] public sealed partial record Inner
{
    [Uniform(0, 10)] public double A { get; init; } = 5;
    [When(nameof(A), High = 2.5)] public Deep D { get; init; } = new() { A = 1 };
}
[SearchSpace] public sealed partial record Deep { [Uniform(0, 10)] public double A { get; init; } [When(nameof(A), Low = 1, High = 9), Choice] public bool Z { get; init; } }
