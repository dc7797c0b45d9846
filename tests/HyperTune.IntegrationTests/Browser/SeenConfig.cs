using System.Collections.Immutable;

namespace HyperTune.IntegrationTests.Browser;

/// <summary>A config with all that pages draw differently: scales, choices, lists, cases, conditions.</summary>
[SearchSpace]
internal sealed partial record SeenConfig
{
    [LogUniform(1e-4, 1)] public double Rate { get; init; } = 0.01;

    [Choice("relu", "tanh", Hostile.Script, Hostile.Quotes, Hostile.RightToLeft)] public string Activation { get; init; } = "relu";

    [Uniform(0, 0.5)] public double Dropout { get; init; }

    [Ordinal(8, 16, 32, 64)] public int Batch { get; init; } = 32;

    [Repeat(1, 3)] public ImmutableArray<SeenLayer> Layers { get; init; } = [new SeenLayer(32)];

    public SeenSolver Solver { get; init; } = new SeenSolver.Sgd(0.5);
}
