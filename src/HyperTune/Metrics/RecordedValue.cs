namespace HyperTune.Metrics;

/// <summary>A value that a trial recorded.</summary>
/// <param name="Name">The record's stable name.</param>
/// <param name="Value">The value; never nothing.</param>
internal readonly record struct RecordedValue(string Name, RecordValue Value);
