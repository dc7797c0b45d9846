namespace HyperTune.Tests.SeveralMetrics;

/// <summary>The same objective without records.</summary>
[Metrics]
internal readonly partial record struct BareVerdict([Maximize] double F1);
