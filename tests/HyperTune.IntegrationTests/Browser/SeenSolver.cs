namespace HyperTune.IntegrationTests.Browser;

/// <summary>A choice between types.</summary>
[SearchSpace]
internal abstract partial record SeenSolver
{
    /// <summary>One with a momentum.</summary>
    public sealed partial record Sgd([Uniform(0, 0.99)] double Momentum) : SeenSolver;

    /// <summary>One with a decay.</summary>
    public sealed partial record Adam([Uniform(0.8, 0.999)] double Beta) : SeenSolver;
}
