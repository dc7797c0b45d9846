namespace HyperTune;

/// <summary>A record that was accepted and changed a trial.</summary>
/// <param name="Record">The record's number, counted from 0.</param>
/// <param name="Trial">The trial, which later records change further.</param>
/// <param name="Change">What changed.</param>
/// <param name="Step">The step of a report.</param>
/// <param name="Value">The value of a report.</param>
internal readonly record struct JournalTrialEvent(int Record, JournalTrial Trial, JournalTrialChange Change, long Step = 0, double Value = 0);
