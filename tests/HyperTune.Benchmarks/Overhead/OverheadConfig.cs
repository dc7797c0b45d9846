namespace HyperTune.Benchmarks;

/// <summary>Ten parameters of every usual kind, to time strategies with.</summary>
[SearchSpace]
internal sealed partial record OverheadConfig(
    [Uniform(0, 1)] double Float1,
    [Uniform(-5, 5)] double Float2,
    [Uniform(0, 100)] double Float3,
    [Uniform(-1, 0)] double Float4,
    [LogUniform(1e-5, 1e-1)] double Log1,
    [LogUniform(1, 1e4)] double Log2,
    [Uniform(1, 10)] int Integer1,
    [Uniform(0, 200)] int Integer2,
    [Choice("a", "b", "c")] string Choice1,
    [Choice("a", "b", "c", "d", "e")] string Choice2);
