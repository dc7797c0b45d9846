namespace HyperTune.IntegrationTests.Cli;

/// <summary>A choice between types.</summary>
[SearchSpace]
internal abstract partial record ToolSolver
{
    public sealed partial record Sgd([Uniform(0, 0.99)] double Momentum) : ToolSolver;

    public sealed partial record Adam([Uniform(0.8, 0.999)] double Beta) : ToolSolver;
}
