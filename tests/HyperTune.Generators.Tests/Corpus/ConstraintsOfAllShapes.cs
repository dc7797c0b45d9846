using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config { [Constraint] private static bool A(Config c) => c.X < 2; [Constraint] private static bool @b(Config c) => c.X > 0.1; [Uniform(0, 1)] public double X { get; init; } = 0.5; }
[SearchSpace] public readonly partial record struct P([Uniform(0, 1)] double X, [Uniform(0, 1)] double Y) { [Constraint] public static bool Sum(in P p) => p.X + p.Y <= 1; }
