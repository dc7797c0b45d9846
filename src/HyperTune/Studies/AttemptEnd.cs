using HyperTune.State;

namespace HyperTune.Studies;

/// <summary>What came of one call of an objective: an outcome, an exception or, where it ran for too long, a failure.</summary>
/// <param name="Outcome">What it returned.</param>
/// <param name="Exception">What it threw.</param>
/// <param name="Overrun">How the trial failed that ran for too long.</param>
internal readonly record struct AttemptEnd(StoredOutcome? Outcome, Exception? Exception, StoredOutcome? Overrun = null);
