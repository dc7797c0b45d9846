namespace HyperTune.Tests;

/// <summary>A choice whose parameters exist in their case only.</summary>
[SearchSpace]
internal abstract partial record StoredSolver
{
    public sealed partial record Sgd([LogUniform(1e-3, 1)] double LearningRate, [Uniform(0, 0.99)] double Momentum = 0.495) : StoredSolver;

    public sealed partial record Adam([LogUniform(1e-5, 1e-1)] double LearningRate, [Uniform(0.8, 0.999)] double Beta) : StoredSolver;
}
