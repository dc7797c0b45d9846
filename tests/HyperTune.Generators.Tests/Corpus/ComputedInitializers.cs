using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 1)] public double A { get; init; } = Math.Sqrt(0.25);
    [Choice("a", "b")] public string B { get; init; } = string.Concat("", "b");
    [Repeat(1, 2)] public ImmutableArray<Inner> C { get; init; } = ImmutableArray.Create(new Inner { X = 0.25 });
    public Inner D { get; init; } = new() { X = 0.125 };
    [When(nameof(B), "a"), Uniform(0, 9)] public int E { get; init; } = Environment.ProcessorCount > 0 ? 3 : 4;
}
[SearchSpace] public sealed partial record Inner { [Uniform(0, 1)] public required double X { get; init; } }
