using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config
{
    [Uniform(high: 8, low: 1)] public int A { get; init; } = 3;
    [LogUniform(high: 1, low: 0.01)] public double B { get; init; } = 0.1;
    [Normal(standardDeviation: 1, mean: 5)] public double C { get; init; } = 5;
    [LogNormal(logStandardDeviation: 1, logMean: 0)] public double D { get; init; } = 1;
    [Choice(values: new object[] { "a", "b" })] public string E { get; init; } = "a";
    [Choice(values: "a")] public string F { get; init; } = "a";
    [Ordinal(values: new object[] { 1, 2 })] public int G { get; init; } = 1;
    [When(values: new object[] { "a" }, parameter: nameof(E)), Choice] public bool H { get; init; }
    [When(values: "b", parameter: nameof(E)), Choice] public bool I { get; init; }
    [When(parameter: nameof(A), Low = 2), Choice] public bool J { get; init; }
    [Repeat(maximum: 3, minimum: 1), Uniform(high: 1, low: 0)] public double[] K { get; init; } = [0.5];
    [StableName(name: "part")] public Part L { get; init; } = new(true);
}

[SearchSpace] public sealed partial record Part([Choice(Name = "flag")] bool X);
[Metrics] public partial record struct Score([Minimize] TimeSpan Latency, [Maximize(Name = "n")] int Count, [AtMost(limit: 512)] decimal Memory, [AtLeast(0.5)] Half Share, [Minimize] ulong Bytes, [AtMost(1)] float Rate, [AtMost(1)] short Small);
