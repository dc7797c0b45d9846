namespace HyperTune.Storage.Journal.Replay;

/// <summary>
/// An attribute that a study was created with. What it means is asked by whoever opens the study, who then can say where it stands.
/// </summary>
/// <param name="Json">The value.</param>
/// <param name="Line">The line of the file.</param>
internal readonly record struct JournalHeaderValue(string Json, int Line);
