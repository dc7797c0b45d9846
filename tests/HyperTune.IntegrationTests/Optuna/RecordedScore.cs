namespace HyperTune.IntegrationTests;

/// <summary>One objective, and a record of every form.</summary>
[Metrics]
internal readonly partial record struct RecordedScore([Maximize] double F1, [Record] double Recall, [Record] int Epochs, [Record] bool Converged, [Record] DayOfWeek Day, [Record] string? Word, [Record] TimeSpan Took, [Record] decimal? Cost);
