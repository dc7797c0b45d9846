using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(0, 1)] public double A { get; init; } = 0.5;
    [Uniform(1, 3)] public int B { get; init; } = +2;
    [Uniform(-3, 3)] public int C { get; init; } = -(1);
    [Uniform(0, 100)] public long D { get; init; } = 1_0;
    [Uniform(0, 100)] public double E { get; init; } = 'a';
    [Uniform(0, 255)] public byte F { get; init; } = 0xFF;
    [Choice("a", "A")] public string G { get; init; } = $"{"a"}";
    [Choice] public DayOfWeek H { get; init; } = (DayOfWeek)3;
    [Choice] public DayOfWeek I { get; init; } = 0;
    [Uniform(0, 1)] public decimal J { get; init; } = 1;
    [Uniform(0, 1)] public float K { get; init; } = 1;
    [Uniform(0, 9)] public short L { get; init; } = (short)3.7;
    [Choice("x", "y")] public string M { get; init; } = true ? "x" : "y";
}
