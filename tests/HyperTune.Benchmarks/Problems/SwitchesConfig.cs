namespace HyperTune.Benchmarks;

/// <summary>Three numbers, an integer and four switches.</summary>
[SearchSpace]
internal sealed partial record SwitchesConfig(
    [Uniform(-1, 1)] double X1,
    [Uniform(-1, 1)] double X2,
    [LogUniform(1e-4, 1)] double X3,
    [Uniform(1, 8)] int N,
    [Choice] bool S1,
    [Choice] bool S2,
    [Choice] bool S3,
    [Choice] bool S4);
