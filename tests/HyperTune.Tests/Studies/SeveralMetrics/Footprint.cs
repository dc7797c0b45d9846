namespace HyperTune.Tests.SeveralMetrics;

/// <summary>Limits of very different size.</summary>
[Metrics]
internal readonly partial record struct Footprint([Minimize] double Loss, [AtMost(1e6)] double Bytes, [AtMost(1)] double Seconds);
