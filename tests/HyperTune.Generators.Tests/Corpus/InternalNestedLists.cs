using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] internal sealed partial record Config { [Repeat(1, 3)] internal IReadOnlyList<Part> Parts { get; init; } = [new()]; [SearchSpace] internal sealed partial record Part { [Repeat(0, 2)] internal ImmutableArray<Sub> Subs { get; init; } = []; [SearchSpace] internal partial record struct Sub([Uniform(0, 1)] double X, [When("X", Low = 0.5), Choice] bool Y); } }
