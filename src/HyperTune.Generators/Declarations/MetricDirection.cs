namespace HyperTune.Generators.Declarations;

/// <summary>The way in which a metric is better.</summary>
internal enum MetricDirection
{
    Minimize,
    Maximize,
}
