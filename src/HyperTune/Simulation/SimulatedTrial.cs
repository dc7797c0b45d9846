namespace HyperTune;

/// <summary>A trial of a simulation.</summary>
/// <param name="Number">The trial's number.</param>
/// <param name="Row">The row of the table that it tried, counted from 0; <see langword="null"/> where there is no table.</param>
/// <param name="State">How it ended: completed or pruned; cancelled where the steps were used up before.</param>
/// <param name="Reports">How many steps it made.</param>
/// <param name="Start">When it started, from the simulation's start on.</param>
/// <param name="End">When it ended.</param>
/// <param name="Value">The final value of a completed trial; otherwise <see langword="null"/>.</param>
/// <param name="StepsSoFar">How many steps all trials together had made when it ended.</param>
public sealed record SimulatedTrial(int Number, int? Row, TrialState State, int Reports, TimeSpan Start, TimeSpan End, double? Value, long StepsSoFar);
