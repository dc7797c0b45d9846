namespace HyperTune.Benchmarks;

/// <summary>A config with ten parameters.</summary>
[SearchSpace]
internal sealed partial record WideConfig(
    [Uniform(0, 1)] double A,
    [Uniform(0, 1)] double B,
    [Uniform(0, 1)] double C,
    [Uniform(0, 1)] double D,
    [Uniform(0, 1)] double E,
    [Uniform(0, 1)] double F,
    [Uniform(0, 1)] double G,
    [Uniform(0, 1)] double H,
    [Uniform(0, 1)] double I,
    [Uniform(0, 1)] double J);
