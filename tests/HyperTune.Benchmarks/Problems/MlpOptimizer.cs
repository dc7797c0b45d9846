namespace HyperTune.Benchmarks;

/// <summary>The optimizer of <see cref="MlpConfig"/>.</summary>
internal enum MlpOptimizer
{
    Sgd,
    Momentum,
    Adam,
    RmsProp,
}
