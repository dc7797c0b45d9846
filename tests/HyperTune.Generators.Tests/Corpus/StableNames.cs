using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [StableName("inner part")] public Inner A { get; init; } = new(0.5);
    [StableName("liste"), Repeat(1, 2)] public Inner[] B { get; init; } = [new(0.5)];
    [Uniform(0, 1, Name = "a b c")] public double C { get; init; }
}
[SearchSpace] public partial record Inner([Uniform(0, 1, Name = "ξ")] double X);
