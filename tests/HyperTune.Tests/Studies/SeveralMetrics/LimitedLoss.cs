namespace HyperTune.Tests.SeveralMetrics;

/// <summary>One objective, and a limited quantity.</summary>
[Metrics]
internal readonly partial record struct LimitedLoss([Minimize] double Loss, [AtMost(0.5)] double Memory, [AtLeast(1)] TimeSpan Life);
