namespace HyperTune.Benchmarks;

/// <summary>The config of a made-up neural network: numbers, integers and categories.</summary>
[SearchSpace]
internal sealed partial record MlpConfig(
    [LogUniform(1e-5, 1e-1)] double Lr,
    [LogUniform(1e-7, 1e-1)] double WeightDecay,
    [Uniform(1, 6)] int Layers,
    [LogUniform(8, 1024)] int Units,
    [Uniform(0, 0.6, Step = 0.05)] double Dropout = 0.3,
    [Uniform(16, 256, Step = 16)] int BatchSize = 144,
    [Choice] MlpActivation Activation = default,
    [Choice] MlpOptimizer Optimizer = default);
