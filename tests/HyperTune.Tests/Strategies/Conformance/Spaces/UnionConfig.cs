namespace HyperTune.Tests;

/// <summary>A nested union beside a parameter that always exists.</summary>
[SearchSpace]
internal sealed partial record UnionConfig(Solver Solver, [Uniform(0, 1)] double Tolerance = 0.5);
