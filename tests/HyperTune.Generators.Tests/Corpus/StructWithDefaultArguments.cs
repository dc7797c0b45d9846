using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public partial record struct Config([Uniform(0.25, 1)] double X = 0.5, [Choice("a", "b")] string Y = "b", [Uniform(3, 9)] int Z = 4, int Rest = 7);
[SearchSpace] public readonly partial record struct Spans([Uniform(0, 5)] TimeSpan A = default, [Choice] DayOfWeek D = DayOfWeek.Friday, [Ordinal(1, null)] TimeSpan? B = null);
