using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config
{
    [Choice] public bool Big { get; init; }
    [Constraint] private static bool BigIsA(Config c) => !c.Big || c is A;
    public sealed record A([Uniform(0, 10)] int X) : Config { [Constraint] internal static bool Even(A a) => a.X % 2 == 0; }
    public sealed record B([Uniform(0, 10)] int X, Nested Inner) : Config { [Constraint] private static bool Less(B b) => b.X <= b.Inner.Y + 5; }
}
[SearchSpace] public partial record struct Nested([Uniform(0, 10)] int Y);
