using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config
{
    public sealed record Boosted([Uniform(0, 1)] double Gradient) : Config;
    public sealed record Space([Uniform(0, 1)] double X) : Config;
}
[SearchSpace] public partial record Outer(Config Inner, [Uniform(0, 1)] double Y);
