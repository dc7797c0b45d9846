namespace HyperTune.Benchmarks;

/// <summary>Ten numbers from 0 to 1.</summary>
[SearchSpace]
internal sealed partial record TenNumbers(
    [Uniform(0, 1)] double X0,
    [Uniform(0, 1)] double X1,
    [Uniform(0, 1)] double X2,
    [Uniform(0, 1)] double X3,
    [Uniform(0, 1)] double X4,
    [Uniform(0, 1)] double X5,
    [Uniform(0, 1)] double X6,
    [Uniform(0, 1)] double X7,
    [Uniform(0, 1)] double X8,
    [Uniform(0, 1)] double X9);
