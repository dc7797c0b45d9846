namespace HyperTune.Tests;

/// <summary>The config of the journals that earlier versions wrote.</summary>
[SearchSpace]
internal sealed partial record OldConfig
{
    [LogUniform(1e-4, 1)]
    public double Rate { get; init; } = 1e-2;

    [Uniform(16, 64, Step = 16)]
    public int Units { get; init; } = 32;

    [Choice("relu", "tanh")]
    public string Activation { get; init; } = "relu";

    [Ordinal(1.0, 2.5, 10.0)]
    public double Level { get; init; } = 2.5;

    [Choice]
    public bool Fast { get; init; }

    [When(nameof(Activation), "tanh"), Uniform(0, 0.99)]
    public double Momentum { get; init; } = 0.495;

    [Normal(0, 1)]
    public double Bias { get; init; }
}
