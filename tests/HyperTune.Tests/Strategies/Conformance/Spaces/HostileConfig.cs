namespace HyperTune.Tests;

/// <summary>
/// What is hard to search: constraints that accept one in a hundred draws, a union in a list in a union, a thousand values without order, and parameters with a
/// single value.
/// </summary>
[SearchSpace]
internal sealed partial record HostileConfig
{
    public required HostilePlan Plan { get; init; }

    [Uniform(0, 1)] public double Left { get; init; } = 0.5;

    [Uniform(0, 1)] public double Right { get; init; } = 0.5;

    [Choice] public HostileCategory Category { get; init; }

    [Choice] public HostileSingle Single { get; init; }

    [Constraint]
    private static bool AreClose(HostileConfig config) => Math.Abs(config.Left - config.Right) <= 0.005;
}
