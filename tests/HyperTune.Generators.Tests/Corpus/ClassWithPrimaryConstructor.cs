using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial class Config([Uniform(0, 1)] double rate, int untuned = 4)
{
    public double Rate { get; } = rate;
    public int Untuned { get; } = untuned;
    [Choice] public bool B { get; set; }
}
