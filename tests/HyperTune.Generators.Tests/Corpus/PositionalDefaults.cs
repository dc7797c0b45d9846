using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config(
    [Uniform(0, 1)] double A = 0.5, [property: Choice] bool B = true, [Uniform(1, 3)] int? C = 2, [Choice("x", "y")] string D = "y",
    [Ordinal(1, 2, 4)] short E = 2, [Uniform(0, 9)] byte F = 3, [Choice] DayOfWeek G = DayOfWeek.Tuesday, [Uniform(0, 5)] TimeSpan H = default, [Uniform(0, 5)] decimal I = 1.5m, float J = 2f);
