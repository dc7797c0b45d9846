using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config
{
    private Config() { }
    [StableName("one")] public sealed partial record First([Uniform(0, 1, Name = "x-1")] double X) : Config;
    public sealed partial record Second([Uniform(0, 1)] double X) : Config;
    public sealed partial record Third : Config;
}
