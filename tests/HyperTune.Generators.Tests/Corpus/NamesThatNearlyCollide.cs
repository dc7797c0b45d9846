using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 1)] public double X { get; init; }
    [Uniform(0, 1)] public double x1 { get; init; }
}
