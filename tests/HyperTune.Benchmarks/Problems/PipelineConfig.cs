namespace HyperTune.Benchmarks;

/// <summary>Three numbers, two integers and choices of five, three and two.</summary>
[SearchSpace]
internal sealed partial record PipelineConfig(
    [LogUniform(1e-5, 1e-1)] double X1,
    [LogUniform(1e-4, 1)] double X2,
    [Uniform(0, 1)] double X3,
    [Uniform(1, 10)] int N1,
    [LogUniform(8, 512)] int N2,
    [Choice("a", "b", "c", "d", "e")] string First,
    [Choice("a", "b", "c")] string Second,
    [Choice] bool Third);
