using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Choice] public Nested.Kind K { get; init; } = Nested.Kind.Two;
    [When(nameof(K), Nested.Kind.Two)] [Uniform(0, 1)] public double X { get; init; }
    public static class Nested { public enum Kind : byte { One = 1, Two, Three = One } }
    [Choice(Limits.None, "x", null)] public string? S { get; init; } = Limits.None;
    private static class Limits { public const string None = "none"; }
}
