namespace HyperTune.Benchmarks;

/// <summary>Twenty coordinates of an <see cref="EvolutionProblem"/>.</summary>
[SearchSpace]
internal sealed partial record TwentyCoordinates(TenCoordinates A, TenCoordinates B);
