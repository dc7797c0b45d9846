using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Ordinal("a", "b")] public string S { get; init; } = "a";
    [Ordinal(3, 2, 1)] public int Down { get; init; } = 2;
    [Ordinal(false, true)] public bool B { get; init; }
    [Choice] public DayOfWeek D { get; init; } = DayOfWeek.Monday;
    [Ordinal(0.1, 1, 10)] public double X { get; init; } = 1;
    [When(nameof(S), "b"), Ordinal(1, 2)] public byte Y { get; init; } = 1;
    [When(nameof(Down), High = 2), Ordinal(1, 2)] public decimal Z { get; init; } = 2;
    [When(nameof(D), DayOfWeek.Monday, DayOfWeek.Friday), Ordinal(60, 3600)] public TimeSpan W { get; init; } = TimeSpan.FromHours(1);
}
