namespace HyperTune.Benchmarks;

/// <summary>Numbers beside categories, the best combination of which differs little from others (<see cref="MixedProblem"/>).</summary>
internal static class MixedProblems
{
    public static IReadOnlyList<Problem> All { get; } =
    [
        new MixedProblem("kinds", KindsConfig.Space, spread: 0.25),
        new MixedProblem("switches", SwitchesConfig.Space, spread: 0.2),
        new MixedProblem("pipeline", PipelineConfig.Space, spread: 0.2),
        new MixedProblem("nested", NestedConfig.Space, spread: 0.25),
    ];
}
