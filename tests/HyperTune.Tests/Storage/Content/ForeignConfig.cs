namespace HyperTune.Tests;

/// <summary>A space whose types hold more, or less, than its parameters allow.</summary>
[SearchSpace]
internal sealed partial record ForeignConfig
{
    [Uniform(1, 5)] public byte Level { get; init; } = 3;

    [Uniform(0.125, 1)] public double Rate { get; init; } = 0.5;

    [Uniform(1, 9, Step = 2)] public int Odd { get; init; } = 7;

    [Choice("a", "b")] public string Name { get; init; } = "a";

    [Uniform(0, 1)] public float Share { get; init; } = 0.5f;

    [When(nameof(Share), Low = 0.75), Uniform(0, 3)] public double Extra { get; init; } = 1;

    [Constraint] private static bool IsBalanced(ForeignConfig config) => config.Level <= config.Odd;
}
