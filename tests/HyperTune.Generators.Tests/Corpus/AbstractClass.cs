using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public abstract partial class Config
{
    public string Tag { get; init; } = "";
    [Uniform(0, 1)] public required double Rate { get; init; }
    public sealed class Fast : Config { [Choice] public required bool Hot { get; init; } }
    public sealed class Slow : Config { [Uniform(1, 9)] public int Patience { get; set; } = 3; }
}
