using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config
{
    public sealed record A : Config { [Repeat(1, 3)] public required ImmutableArray<Item> Items { get; init; } [Choice] public required bool Flag { get; init; } }
    public sealed record B([Repeat(0, 2), Uniform(0, 1)] IReadOnlyList<double> Values, [Repeat(1, 1), Choice("x", "y")] string[] Words) : Config;
    public sealed record C([When("Flag", true)] Sub Part, [Choice] bool Flag) : Config { [Constraint] private static bool Ok(C c) => !c.Flag || c.Part is Sub.One or Sub.Two; }
}
[SearchSpace] public partial record Item([Uniform(0, 9)] int X) { [Constraint] private static bool NotFive(Item i) => i.X != 5; }
[SearchSpace] public abstract partial record Sub { public sealed record One([Uniform(0, 1)] double X) : Sub; public sealed record Two([Repeat(1, 2)] Item[] Items) : Sub; }
