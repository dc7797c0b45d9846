using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

public partial record struct G<T>(T Value) where T : unmanaged
{
    public partial class H { [SearchSpace] public sealed partial class Config { [Uniform(0, 1)] public double X { get; set; } [Repeat(1, 2)] public K[] Ks { get; set; } = [new()]; } [SearchSpace] public partial struct K { [Choice] public bool B { get; set; } } }
}
