namespace HyperTune.Benchmarks;

/// <summary>Five parameters of the kinds that most studies have.</summary>
[SearchSpace]
internal sealed partial record StorageConfig(
    [LogUniform(1e-5, 1e-1)] double Rate,
    [Uniform(0, 0.5)] double Dropout = 0.25,
    [Uniform(16, 256)] int Units = 136,
    [Uniform(1, 8)] int Layers = 5,
    [Choice("relu", "tanh", "gelu")] string Activation = "relu")
{
    /// <summary>An objective that costs nothing, so that only the study is timed.</summary>
    public double Value => Rate + Dropout + Units;
}
