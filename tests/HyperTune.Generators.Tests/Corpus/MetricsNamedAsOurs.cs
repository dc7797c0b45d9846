using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[Metrics] public partial struct Score { [Maximize] public double Metrics { get; set; } [Minimize] public double All { get; set; } [AtMost(1)] public double Objectives { get; set; } }
[SearchSpace, Metrics] public partial record struct Config([Uniform(0, 1), Minimize] double A, [Choice] bool B);
