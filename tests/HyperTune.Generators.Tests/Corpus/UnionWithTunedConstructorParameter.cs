using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config([Uniform(0, 1)] double Base)
{
    public sealed record A(double Base, [Uniform(0, 1)] double X) : Config(Base);
    public sealed record B() : Config(0.25) { [Choice] public bool F { get; init; } }
}
