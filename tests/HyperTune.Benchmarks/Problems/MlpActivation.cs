namespace HyperTune.Benchmarks;

/// <summary>The activation of <see cref="MlpConfig"/>.</summary>
internal enum MlpActivation
{
    Relu,
    Tanh,
    Gelu,
    Sigmoid,
}
