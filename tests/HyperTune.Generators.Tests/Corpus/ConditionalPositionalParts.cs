using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config(
    [Repeat(1, 3), Uniform(0, 1)] ImmutableArray<double> A,
    [Repeat(1, 2)] ImmutableArray<Part> Parts,
    [When("B", true), Uniform(0, 1)] double C,
    [Choice] bool B,
    Part Single,
    [StableName("deep")] Union U,
    [Repeat(0, 2), Choice("x", "y")] string[] Words);
[SearchSpace] public partial record Part([Uniform(0, 1)] double X, [When(nameof(Part.X), High = 0.5), Uniform(1, 3)] int Y);
[SearchSpace] public abstract partial record Union { public sealed record A([Repeat(1, 2)] ImmutableArray<Part> Parts) : Union; public sealed record B([Choice] bool F, [When(nameof(F), true)] Part P) : Union; }
