namespace HyperTune;

/// <summary>The metric is an objective: smaller is better.</summary>
public sealed class MinimizeAttribute : MetricAttribute;
