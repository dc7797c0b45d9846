using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

public abstract record Settings { public string Name { get; init; } = "n"; public virtual double Rate { get; init; } = 1; }
[SearchSpace] public sealed partial record Config : Settings
{
    [Uniform(0, 2)] public override double Rate { get; init; } = 0.5;
    [Choice] public bool Flag { get; init; }
}
