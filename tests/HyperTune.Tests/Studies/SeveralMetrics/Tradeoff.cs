namespace HyperTune.Tests.SeveralMetrics;

/// <summary>Two objectives that pull in opposite directions, and a limited quantity.</summary>
[Metrics]
internal readonly partial record struct Tradeoff([Maximize] double Accuracy, [Minimize] double LatencyMs, [AtMost(3)] int Memory = 0);
