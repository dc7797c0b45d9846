using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Ordinal] public Size A { get; init; } = Size.Large;
    [Ordinal] public Size? B { get; init; }
    [When(nameof(A), Size.Small), Ordinal()] public DayOfWeek C { get; init; }
    [Repeat(0, 2), Ordinal] public Size[] D { get; init; } = [];
}

public enum Size { Small, Large }
