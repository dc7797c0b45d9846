namespace HyperTune;

/// <summary>The metric is an objective: larger is better.</summary>
public sealed class MaximizeAttribute : MetricAttribute;
