namespace HyperTune.Cli.Dashboard;

/// <summary>What is new in a study since the state before.</summary>
/// <param name="Sequence">The number of the state that it leads to.</param>
/// <param name="Content">JSON; <see langword="null"/> where too much is new, so that the study is to be read anew.</param>
internal sealed record StudyPatch(long Sequence, byte[]? Content);
