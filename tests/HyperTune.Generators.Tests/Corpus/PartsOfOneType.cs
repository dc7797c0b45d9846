using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public partial record Config
{
    [Uniform(0, 1)] public double A { get; init; }
}
public partial record Config { [Uniform(0, 1)] public double B { get; init; } public partial record Nested; }
public partial record Config { public partial record Nested { [SearchSpace] public partial record Inner([Choice] bool C); } public required Nested.Inner I { get; init; } }
