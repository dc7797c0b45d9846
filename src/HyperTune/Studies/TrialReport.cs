namespace HyperTune;

/// <summary>An intermediate value of a running trial.</summary>
/// <param name="Step">The step, for instance the epoch; at least 0.</param>
/// <param name="Value">The objective at that step, in the study's direction; any number, also not a number.</param>
public readonly record struct TrialReport(int Step, double Value);
