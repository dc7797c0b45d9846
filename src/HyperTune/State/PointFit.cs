namespace HyperTune.State;

/// <summary>How well a trial's values fit the search space of now.</summary>
/// <param name="IsComplete">Every active parameter has a value of its own; no default was needed.</param>
/// <param name="IsTeachable">The vector lies in the space, if need be moved there, so that strategies may learn from it.</param>
/// <param name="Misfit">Why the trial itself is not in the space; <see langword="null"/> where it is.</param>
internal readonly record struct PointFit(bool IsComplete, bool IsTeachable, string? Misfit);
