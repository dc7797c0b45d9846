using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[Metrics] public readonly partial record struct Score([Maximize] double Accuracy, [Minimize, AtMost(20)] double Latency, [AtMost(512)] double Memory, [AtLeast(0.5)] double Recall, [Maximize, AtLeast(-1e300)] double Gain, [Minimize(Name = "cost <€>")] double Cost);
[SearchSpace] public partial record Config([Choice] bool A);
