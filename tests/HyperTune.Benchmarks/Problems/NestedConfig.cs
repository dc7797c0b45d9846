namespace HyperTune.Benchmarks;

/// <summary>A config whose model decides which parameters exist, categories among them.</summary>
[SearchSpace]
internal sealed partial record NestedConfig(
    NestedModel Model,
    [LogUniform(1e-5, 1e-1)] double X1,
    [Uniform(1, 8)] int N,
    [Choice] bool Scaled);
