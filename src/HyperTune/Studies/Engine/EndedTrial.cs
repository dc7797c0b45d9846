using System.Collections.Immutable;

namespace HyperTune.Studies.Engine;

/// <summary>What is to be said of a trial that has just ended.</summary>
/// <param name="Value">Its value; not a number when there is none.</param>
/// <param name="Duration">How long it ran.</param>
/// <param name="Progress">Where the study stands; <see langword="null"/> where nobody wants to know.</param>
/// <param name="Front">The trials that no other one beats; empty where nobody wants to know.</param>
internal readonly record struct EndedTrial(double Value, TimeSpan Duration, StudyProgress? Progress, ImmutableArray<int> Front);
