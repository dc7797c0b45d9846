namespace HyperTune.Tests.SeveralMetrics;

/// <summary>Two numbers.</summary>
[SearchSpace]
internal sealed partial record Plane
{
    [Uniform(0, 1)] public double X { get; init; }

    [Uniform(0, 1)] public double Y { get; init; }
}
