using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 1)] public double A { get => _a; set => _a = Math.Clamp(value, 0, 1); }
    private double _a = 0.5;
    [Uniform(1, 9)] public int B { get => _b; init => _b = value; }
    private readonly int _b = 3;
    [Choice] public bool C { get; set; }
    public Inner D { get; set; } = new();
    public Inner View => D;
    public Inner? Missing => null;
}
[SearchSpace] public sealed partial class Inner { [Uniform(0, 1)] public double X { get; set; } = 0.5; internal Inner() { } }
