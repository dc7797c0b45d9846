namespace HyperTune.Benchmarks;

/// <summary>Two numbers, an integer and two categories.</summary>
[SearchSpace]
internal sealed partial record MixedFiveConfig(
    [LogUniform(1e-4, 1)] double Rate = 0.01,
    [Uniform(0, 1)] double Share = 0.5,
    [Uniform(1, 12)] int Depth = 6,
    [Choice("a", "b", "c", "d")] string Kind = "a",
    [Choice] bool Extra = false);
