namespace HyperTune.Benchmarks;

/// <summary>Ten coordinates of an <see cref="EvolutionProblem"/>.</summary>
[SearchSpace]
internal sealed partial record TenCoordinates(FiveCoordinates A, FiveCoordinates B);
