using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Repeat(1, 3)] public List<Layer> A { get; init; } = [new(64)];
    [Repeat(0, 2)] public IList<Layer> B { get; init; } = [];
    [Repeat(0, 2), Uniform(0, 1)] public List<double>? C { get; init; }
    [Repeat(2, 2), Choice("a", null)] public IList<string?> D { get; init; } = ["a", null];
    [Choice] public bool E { get; init; }
    [When(nameof(E), true), Repeat(0, 2), Choice(1, 2)] public List<byte> F { get; init; } = [1];
    [When(nameof(E), true), Repeat(0, 2)] public IList<Layer?> G { get; init; } = new List<Layer?>();
}

[SearchSpace] public sealed partial record Layer([Uniform(16, 256)] int Units);
