namespace HyperTune.Generators.Model;

/// <summary>An argument of the constructor that makes an outcome of its metrics and records; one that is neither has its type's own default.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Metric">The place of the metric that it is, or -1 for none.</param>
/// <param name="Record">The place of the record that it is, or -1 for none.</param>
internal sealed record MetricArgumentModel(string Name, int Metric, int Record);
