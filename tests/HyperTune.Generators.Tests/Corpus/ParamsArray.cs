using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config([Uniform(0, 1)] double A, params int[] Rest) { public int Count => Rest.Length; }
