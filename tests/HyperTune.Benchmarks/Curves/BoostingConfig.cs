namespace HyperTune.Benchmarks;

/// <summary>How gradient-boosted trees are trained.</summary>
[SearchSpace]
internal sealed partial record BoostingConfig(
    [LogUniform(0.005, 0.5)] double LearningRate,
    [LogUniform(4, 64)] int Leaves,
    [LogUniform(1, 40)] int ExamplesPerLeaf,
    [Uniform(0.2, 1)] double FeatureFraction,
    [Uniform(0.3, 1)] double SubsampleFraction,
    [LogUniform(1e-3, 100)] double L2);
