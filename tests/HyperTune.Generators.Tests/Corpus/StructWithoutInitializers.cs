using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public partial struct Config { [Uniform(0, 1)] public double A { get; set; } [Repeat(0, 2), Uniform(0, 1)] public ImmutableArray<double> C { get; set; } }
