using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    public required Part First { get; init; }
    [Choice] public bool HasSecond { get; init; }
    [When(nameof(HasSecond), true)] public Part Second { get; init; } = new(3);
    [Constraint] private static bool Sums(Config config) => config.First.Size + (config.HasSecond ? config.Second.Size : 0) <= 12;
    [Constraint] internal static bool Odd(in Config config) => config.First.Size % 2 == 1;
}
[SearchSpace] public partial record Part([Uniform(1, 9)] int Size) { [Constraint] private static bool NotSeven(Part p) => p.Size != 7; }
