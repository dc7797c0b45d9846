using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Choice] public bool A { get; init; } = true;
    [When(nameof(A), true), Choice] public bool B { get; init; } = true;
    [When(nameof(B), true), Choice] public bool C { get; init; } = true;
    [When(nameof(C), true), Choice] public bool D { get; init; } = true;
    [When(nameof(D), true)] public Inner E { get; init; } = new Inner.X { K = 2, L = [1] };
    [When(nameof(D), false)] public Inner F { get; init; } = new Inner.Y(new Leaf(0.5));
}
[SearchSpace] public abstract partial record Inner
{
    [Uniform(1, 5)] public int K { get; init; } = 1;
    [When(nameof(K), Low = 2), Repeat(1, 2), Uniform(0, 5)] public ImmutableArray<int> L { get; init; } = [0];
    public sealed record X : Inner;
    public sealed record Y(Leaf Leaf) : Inner;
}
[SearchSpace] public readonly partial record struct Leaf([Uniform(0, 1)] double V) { [Constraint] private static bool Small(in Leaf l) => l.V < 0.9; }
