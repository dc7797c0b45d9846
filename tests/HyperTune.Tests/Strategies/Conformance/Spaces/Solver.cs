namespace HyperTune.Tests;

/// <summary>A union whose cases have parameters of their own, or none.</summary>
[SearchSpace]
internal abstract partial record Solver
{
    public sealed partial record Gradient([LogUniform(1e-3, 1)] double Rate, [Uniform(0, 0.99)] double Momentum = 0.495) : Solver;

    public sealed partial record Newton([Uniform(1, 20)] int Iterations) : Solver;

    public sealed partial record Exact : Solver;
}
