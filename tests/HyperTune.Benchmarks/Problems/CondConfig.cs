namespace HyperTune.Benchmarks;

/// <summary>A config whose optimizer decides which parameters exist.</summary>
[SearchSpace]
internal sealed partial record CondConfig(
    CondOptimizer Optimizer,
    [Uniform(1, 8)] int Depth,
    [LogUniform(1e-6, 1e-1)] double WeightDecay);
