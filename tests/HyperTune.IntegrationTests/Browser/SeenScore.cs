namespace HyperTune.IntegrationTests.Browser;

/// <summary>Two objectives and a limit.</summary>
[Metrics]
internal readonly partial record struct SeenScore([Maximize] double Accuracy, [Minimize] double LatencyMs, [AtMost(250)] double Units);
