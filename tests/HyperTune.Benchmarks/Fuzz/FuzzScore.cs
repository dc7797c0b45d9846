namespace HyperTune.Benchmarks;

/// <summary>The one value that the fuzzed studies have, with records beside it.</summary>
[Metrics]
internal readonly partial record struct FuzzScore(
    [Minimize(Name = "value")] double Loss, [Record] double Recall, [Record] byte Size, [Record] bool? Flag, [Record] DayOfWeek Day, [Record] string? Word, [Record] TimeSpan Took, [Record] decimal Cost);
