namespace HyperTune.Tests.SeveralMetrics;

/// <summary>A parameter with the name of a metric.</summary>
[SearchSpace]
internal sealed partial record NamedAsMetric
{
    [Uniform(0, 1)] public double Accuracy { get; init; }
}
