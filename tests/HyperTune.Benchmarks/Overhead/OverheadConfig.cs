namespace HyperTune.Benchmarks;

/// <summary>Ten parameters of every usual kind, to time strategies with.</summary>
[SearchSpace]
internal sealed partial record OverheadConfig(
    [Uniform(0, 1)] double Float1 = 0.5,
    [Uniform(-5, 5)] double Float2 = 0,
    [Uniform(0, 100)] double Float3 = 50,
    [Uniform(-1, 0)] double Float4 = -0.5,
    [LogUniform(1e-5, 1e-1)] double Log1 = 1e-3,
    [LogUniform(1, 1e4)] double Log2 = 100,
    [Uniform(1, 10)] int Integer1 = 6,
    [Uniform(0, 200)] int Integer2 = 100,
    [Choice("a", "b", "c")] string Choice1 = "a",
    [Choice("a", "b", "c", "d", "e")] string Choice2 = "a");
