using System.Collections.Immutable;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>A config with a list, a choice between types, a condition and an optional part.</summary>
[SearchSpace]
internal sealed partial record ToolConfig
{
    [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 1e-3;

    [Choice("relu", "tanh", "\u001b[31mred")] public string Activation { get; init; } = "relu";

    [Choice] public bool Augment { get; init; }

    [When(nameof(Augment), true), Uniform(0, 30)] public double Rotation { get; init; } = 15;

    [Repeat(1, 2)] public ImmutableArray<ToolLayer> Layers { get; init; } = [new ToolLayer(64)];

    public ToolSolver Solver { get; init; } = new ToolSolver.Sgd(0.5);

    public ToolWarmup? Warmup { get; init; }
}
