namespace HyperTune.Benchmarks;

/// <summary>A config with ten parameters.</summary>
[SearchSpace]
internal sealed partial record WideConfig(
    [Uniform(0, 1)] double A = 0.5,
    [Uniform(0, 1)] double B = 0.5,
    [Uniform(0, 1)] double C = 0.5,
    [Uniform(0, 1)] double D = 0.5,
    [Uniform(0, 1)] double E = 0.5,
    [Uniform(0, 1)] double F = 0.5,
    [Uniform(0, 1)] double G = 0.5,
    [Uniform(0, 1)] double H = 0.5,
    [Uniform(0, 1)] double I = 0.5,
    [Uniform(0, 1)] double J = 0.5);
