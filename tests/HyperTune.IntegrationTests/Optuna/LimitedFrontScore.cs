namespace HyperTune.IntegrationTests;

/// <summary>Two objectives, one of them limited as well, and a limited quantity.</summary>
[Metrics]
internal readonly partial record struct LimitedFrontScore([Maximize] double Gain, [Minimize, AtMost(1)] double Cost, [AtLeast(0.25), AtMost(0.75)] float Memory);
