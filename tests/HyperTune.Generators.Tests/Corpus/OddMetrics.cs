using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[Metrics] public readonly partial record struct Score([Maximize(Name = "f1")] double F1, [Minimize, AtLeast(-1), AtMost(1)] double Loss, [AtMost(1e308)] double Big) { public double Sum => F1 + Loss; [AtLeast(0)] public double Extra { get; init; } }
[Metrics] public partial record struct Other { [Minimize] public required double A { get; set; } [Maximize] public double @class { get; init; } }
public static partial class Holder { [Metrics] public readonly partial struct Inner(double x) { [Minimize] public double X { get; } = x; } }
[SearchSpace] public partial record Config([Choice] bool A);
