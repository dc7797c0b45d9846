namespace HyperTune.Benchmarks;

/// <summary>Five coordinates of an <see cref="EvolutionProblem"/>.</summary>
[SearchSpace]
internal sealed partial record FiveCoordinates(
    [Uniform(-5, 5)] double A = 0, [Uniform(-5, 5)] double B = 0, [Uniform(-5, 5)] double C = 0, [Uniform(-5, 5)] double D = 0, [Uniform(-5, 5)] double E = 0);
