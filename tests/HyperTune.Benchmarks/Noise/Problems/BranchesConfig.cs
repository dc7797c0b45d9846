namespace HyperTune.Benchmarks;

/// <summary>Parameters that exist under conditions, one below the other.</summary>
[SearchSpace]
internal sealed partial record BranchesConfig
{
    [Uniform(0, 1)] public double Common { get; init; } = 0.5;

    [Choice("none", "short", "long")] public string Way { get; init; } = "none";

    [When(nameof(Way), "short", "long"), Uniform(0, 1)] public double First { get; init; } = 0.5;

    [When(nameof(Way), "long"), Uniform(0, 1)] public double Second { get; init; } = 0.5;

    [When(nameof(Second), Low = 0.5), LogUniform(1e-3, 1)] public double Third { get; init; } = 0.03;
}
