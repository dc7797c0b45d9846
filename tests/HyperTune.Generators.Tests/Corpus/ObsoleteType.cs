using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace, Serializable, Obsolete("old")] public sealed partial record Config { [Uniform(0, 1), Obsolete("older")] public double A { get; init; } [Choice] public bool B { get; init; } }
