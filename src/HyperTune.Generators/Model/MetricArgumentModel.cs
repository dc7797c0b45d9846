namespace HyperTune.Generators.Model;

/// <summary>An argument of the constructor that makes an outcome of its metrics.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Metric">The place of the metric that it is, or -1 for none: the type's own default.</param>
internal sealed record MetricArgumentModel(string Name, int Metric);
