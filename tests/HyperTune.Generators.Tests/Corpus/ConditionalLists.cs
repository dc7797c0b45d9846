using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Choice] public bool A { get; init; }
    [When(nameof(A), true), Repeat(1, 2)] public ImmutableArray<U> L { get; init; } = [new U.X(0.5)];
    [When(nameof(A), false)] public U One { get; init; } = new U.Y();
}
[SearchSpace] public abstract partial record U { public sealed record X([Uniform(0, 1)] double V) : U; public sealed record Y : U { [Choice] public bool F { get; init; } [When(nameof(F), true), Uniform(0, 1)] public double G { get; init; } } }
