namespace HyperTune.IntegrationTests;

/// <summary>Two objectives.</summary>
[Metrics]
internal readonly partial record struct FrontScore([Maximize] double Gain, [Minimize] double Cost);
