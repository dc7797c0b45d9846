namespace HyperTune.Tests.SeveralMetrics;

/// <summary>The same objective with other records: one of another type, one that is new.</summary>
[Metrics]
internal readonly partial record struct OtherVerdict([Maximize] double F1, [Record] string? Recall, [Record] double epochs, [Record] Half Added);
