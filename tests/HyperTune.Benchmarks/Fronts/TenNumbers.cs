namespace HyperTune.Benchmarks;

/// <summary>Ten numbers from 0 to 1. Strategies that start from the default are not to start from an optimum, so it is neither an end nor the middle.</summary>
[SearchSpace]
internal sealed partial record TenNumbers(
    [Uniform(0, 1)] double X0 = 0.75,
    [Uniform(0, 1)] double X1 = 0.75,
    [Uniform(0, 1)] double X2 = 0.75,
    [Uniform(0, 1)] double X3 = 0.75,
    [Uniform(0, 1)] double X4 = 0.75,
    [Uniform(0, 1)] double X5 = 0.75,
    [Uniform(0, 1)] double X6 = 0.75,
    [Uniform(0, 1)] double X7 = 0.75,
    [Uniform(0, 1)] double X8 = 0.75,
    [Uniform(0, 1)] double X9 = 0.75);
