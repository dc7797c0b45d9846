namespace HyperTune.Benchmarks;

/// <summary>Three parameters.</summary>
[SearchSpace]
internal sealed partial record ThreeNumbers([Uniform(0, 1)] double X = 0.5, [Uniform(0, 1)] double Y = 0.5, [Uniform(0, 1)] double Z = 0.5);
