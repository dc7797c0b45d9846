namespace HyperTune.Benchmarks;

/// <summary>The optimizer of <see cref="CondConfig"/>: each case has its own parameters.</summary>
[SearchSpace]
internal abstract partial record CondOptimizer
{
    public sealed partial record Sgd(
        [LogUniform(1e-4, 1)] double Lr,
        [Uniform(0, 0.99)] double Momentum = 0.495,
        [Choice] bool Nesterov = false) : CondOptimizer;

    public sealed partial record Adam(
        [LogUniform(1e-5, 1e-1)] double Lr,
        [Uniform(0.5, 0.999)] double Beta1,
        [LogUniform(1e-9, 1e-4)] double Epsilon) : CondOptimizer;

    public sealed partial record RmsProp(
        [LogUniform(1e-5, 1e-1)] double Lr,
        [Uniform(0.8, 0.999)] double Alpha) : CondOptimizer;
}
