using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public partial record struct Config([Uniform(0, 1)] double A, B Inner);
[SearchSpace] public partial record struct B([Uniform(0, 1)] float A, C Inner);
[SearchSpace] public readonly partial record struct C([Uniform(0, 1)] decimal A, [Choice] bool Flag = true);
