namespace HyperTune.Benchmarks;

/// <summary>One parameter.</summary>
[SearchSpace]
internal sealed partial record OneNumber([Uniform(0, 1)] double X = 0.5);
