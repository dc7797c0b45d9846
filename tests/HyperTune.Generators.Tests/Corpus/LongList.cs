using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config { [Repeat(0, 40)] public ImmutableArray<Big> Many { get; init; } = []; }
[SearchSpace] public partial record Big { [Uniform(0, 1)] public double P0 { get; init; } [Uniform(0, 1)] public double P1 { get; init; } [Uniform(0, 1)] public double P2 { get; init; } [Uniform(0, 1)] public double P3 { get; init; } [Uniform(0, 1)] public double P4 { get; init; } [Uniform(0, 1)] public double P5 { get; init; } [Uniform(0, 1)] public double P6 { get; init; } [Uniform(0, 1)] public double P7 { get; init; } [Uniform(0, 1)] public double P8 { get; init; } [Uniform(0, 1)] public double P9 { get; init; } [Uniform(0, 1)] public double P10 { get; init; } [Uniform(0, 1)] public double P11 { get; init; } }
