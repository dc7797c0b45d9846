using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Choice] public bool Contains { get; init; }
    [Choice] public bool Parameters { get; init; }
    [Choice] public bool Case { get; init; }
    [Choice] public bool Gradient { get; init; }
    [Choice] public bool Scope { get; init; }
    [Uniform(0, 1)] public double WriteTo { get; init; }
}
