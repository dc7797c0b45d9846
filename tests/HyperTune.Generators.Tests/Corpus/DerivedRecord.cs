using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

public record Base(double Ignored);
[SearchSpace] public sealed partial record Config([Uniform(0, 1)] double A, [Uniform(2, 3)] double B) : Base(A);
