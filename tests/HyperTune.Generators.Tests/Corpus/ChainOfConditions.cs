using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(1, 10)] public int Level { get; init; } = 4;
    [When(nameof(Level), Low = 3), Uniform(0, 1)] public double A { get; init; } = 0.5;
    [When(nameof(A), High = 0.6), Ordinal(1.5, 2.5, 3.5)] public double B { get; init; } = 2.5;
    [When(nameof(B), Low = 2, High = 3), Uniform(0, 60)] public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(30);
    [When(nameof(Wait), Low = 10, High = 40), Uniform(0, 1, Step = 0.25)] public decimal Share { get; init; } = 0.25m;
    [When(nameof(Share), 0.25), Choice("a", "b")] public string Text { get; init; } = "b";
    [When(nameof(Text), "b"), Choice] public DayOfWeek Day { get; init; } = DayOfWeek.Friday;
    [When(nameof(Day), DayOfWeek.Friday, DayOfWeek.Saturday), Choice] public bool Party { get; init; } = true;
    [When(nameof(Party), true), Repeat(1, 2), Choice("x", "y")] public ImmutableArray<string> Songs { get; init; } = ["x"];
}
