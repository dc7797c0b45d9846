using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config
{
    public abstract record Only : Config { public sealed record Deepest([Uniform(0, 1)] double X) : Only; }
}
