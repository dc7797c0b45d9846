using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial record Config
{
    public sealed record Case([Uniform(0, 1)] double Space) : Config;
    public sealed record Name([Uniform(0, 1)] double Gradient) : Config;
    public sealed record Default([Uniform(0, 1)] double X) : Config;
    public sealed record Last([Uniform(0, 1)] double SpaceDescriptor) : Config { [Choice] public bool GradientDescriptor { get; init; } }
}
