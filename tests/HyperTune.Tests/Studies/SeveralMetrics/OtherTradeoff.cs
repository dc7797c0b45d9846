namespace HyperTune.Tests.SeveralMetrics;

/// <summary>Metrics of the same directions as <see cref="Tradeoff"/>, of which one means something else.</summary>
[Metrics]
internal readonly partial record struct OtherTradeoff([Maximize] double Accuracy, [Minimize] double CostMs, [AtMost(3)] int Memory = 0);
