using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config
{
    public abstract record Mid : Config { public sealed record Leaf([Uniform(0, 1)] double Space, [Uniform(0, 1)] double Gradient) : Mid; }
    public sealed record Other([Uniform(0, 1)] double X, [Choice] bool Instance, [Choice] bool Parameters) : Config;
}
