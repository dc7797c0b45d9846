namespace HyperTune.State;

/// <summary>A change of a study's notes.</summary>
/// <param name="Name">The note's name.</param>
/// <param name="Text">What it says from now on; <see langword="null"/> where it was removed.</param>
internal sealed record StudyNote(string Name, string? Text);
