namespace HyperTune.Benchmarks;

/// <summary>Four numbers and a choice of six.</summary>
[SearchSpace]
internal sealed partial record KindsConfig(
    [Uniform(-1, 1)] double X1,
    [Uniform(-1, 1)] double X2,
    [LogUniform(1e-4, 1)] double X3,
    [LogUniform(1e-4, 1)] double X4,
    [Choice("a", "b", "c", "d", "e", "f")] string Kind);
