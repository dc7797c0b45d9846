using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Choice(1, 2, 3)] public decimal A { get; init; } = 2;
    [Choice(0.5, 1.5)] public float B { get; init; } = 1.5f;
    [Choice(1L, 9007199254740993L)] public long C { get; init; } = 1;
    [Choice(1, 2)] public byte D { get; init; } = 2;
    [Choice(0.1, double.MaxValue, -0.0)] public double E { get; init; } = 0.1;
    [Choice(1, 60)] public TimeSpan F { get; init; } = TimeSpan.FromSeconds(60);
    [Choice(true)] public bool G { get; init; } = true;
    [Ordinal("low", "mid", "high")] public string H { get; init; } = "mid";
    [Ordinal(DayOfWeek.Monday, DayOfWeek.Sunday)] public DayOfWeek I { get; init; } = DayOfWeek.Sunday;
}
