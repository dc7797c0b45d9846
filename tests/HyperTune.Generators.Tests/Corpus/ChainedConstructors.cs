using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config { public Config() { } public Config(int ignored) : this() { A = ignored; } [Uniform(0, 9)] public int A { get; init; } = 3; }
