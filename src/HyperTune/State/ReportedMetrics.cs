namespace HyperTune.State;

/// <summary>All metrics at one step of a trial, where the trial's report has one of them.</summary>
/// <param name="Step">The step of the report.</param>
/// <param name="Values">The raw value of each metric; not a number where one is not known.</param>
internal readonly record struct ReportedMetrics(int Step, double[] Values);
