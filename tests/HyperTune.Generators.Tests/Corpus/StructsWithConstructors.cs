using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public readonly partial struct Config
{
    public Config() { A = 0.5; Inner = new(1); }
    [Uniform(0, 1)] public double A { get; init; }
    public Nest Inner { get; init; }
}
[SearchSpace] public readonly partial struct Nest([Uniform(1, 5)] int size = 2) { public int Size { get; } = size; }
