namespace HyperTune;

/// <summary>How well a stored trial fits the search space of the study that reads it.</summary>
/// <param name="IsComplete">Every active parameter has a value of its own; no default was needed.</param>
/// <param name="IsKnown">No value is one that its parameter does not know at all, such as a choice that was removed.</param>
/// <param name="IsInside">The completed vector lies in the space.</param>
internal readonly record struct JournalFit(bool IsComplete, bool IsKnown, bool IsInside);
