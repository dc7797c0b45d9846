namespace HyperTune.Tests.Description;

/// <summary>A config whose names and labels have to be made harmless.</summary>
[SearchSpace]
internal sealed partial record DescribedConfig
{
    [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 1e-3;

    [Uniform(16, 256, Step = 16)] public int Units { get; init; } = 64;

    [Choice("relu", "\u001b[31mtanh")] public string Activation { get; init; } = "relu";
}
