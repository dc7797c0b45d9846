using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public partial struct Config
{
    public Config() { }
    [Uniform(0, 1)] public double A { get; set; } = 0.75;
    [Choice] public bool B { readonly get; set; }
    [Repeat(0, 2), Uniform(0, 1)] public double[] C { get; set; } = [];
}
