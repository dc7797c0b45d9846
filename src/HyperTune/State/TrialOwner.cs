namespace HyperTune.State;

/// <summary>Who runs a trial.</summary>
/// <param name="Owner">The process, as a text that its storage understands.</param>
/// <param name="Worker">The name that its user gave to that process; <see langword="null"/> for none.</param>
internal readonly record struct TrialOwner(string Owner, string? Worker);
