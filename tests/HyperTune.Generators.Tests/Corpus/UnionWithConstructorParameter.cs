using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config(string Label = "none")
{
    public sealed record A([Uniform(0, 1)] double X) : Config("a");
    public sealed record B([Uniform(0, 1)] double X, string Label = "bb") : Config(Label);
    public sealed record C() : Config { [Choice] public bool F { get; init; } }
}
