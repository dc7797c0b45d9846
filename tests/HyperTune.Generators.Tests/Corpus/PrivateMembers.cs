using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 1)] internal double Hidden { get; init; }
    [Uniform(0, 1)] private double Secret { get; init; } = 0.5;
    [Choice] public bool Flag { get; private init; }
    private Inner Deep { get; init; } = new(0.5);
    [SearchSpace] private sealed partial record Inner([Uniform(0, 1)] double X);
    public double Sum => Secret + Deep.X;
}
