using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

public static class Limits { public const double Low = 1e-3, High = 1; public const int Steps = 4; public const string A = "a"; public const string B = A + "b"; }
[SearchSpace] public sealed partial record Config
{
    [LogUniform(Limits.Low, Limits.High * 2 - 1)] public double X { get; init; } = Limits.Low * 10;
    [Uniform(0, Limits.Steps * 2, Step = Limits.Steps / 2)] public int Y { get; init; } = Limits.Steps;
    [Choice(Limits.A, Limits.B, nameof(Limits))] public string Z { get; init; } = Limits.B;
    [Ordinal(sizeof(int), sizeof(long))] public int W { get; init; } = sizeof(long);
}
