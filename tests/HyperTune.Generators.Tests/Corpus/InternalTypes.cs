using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] internal sealed partial record Config { public required Visible V { get; init; } [Choice] internal Hidden H { get; init; } }
internal enum Hidden { A, B }
[SearchSpace] public partial record Visible([Uniform(0, 1)] double X);
