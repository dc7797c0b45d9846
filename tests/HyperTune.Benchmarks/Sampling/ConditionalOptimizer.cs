namespace HyperTune.Benchmarks;

/// <summary>The conditional space inside <see cref="ConditionalConfig"/>: a selector and nine parameters in three cases.</summary>
[SearchSpace]
internal abstract partial record ConditionalOptimizer
{
    public sealed record Sgd([LogUniform(1e-4, 1)] double LearningRate, [Uniform(0, 0.99)] double Momentum = 0.495, [Choice] bool Nesterov = false) : ConditionalOptimizer;

    public sealed record Adam(
        [LogUniform(1e-5, 1e-1)] double LearningRate,
        [Uniform(0.5, 0.999)] double Beta1,
        [Uniform(0.9, 0.9999)] double Beta2,
        [LogUniform(1e-9, 1e-4)] double Epsilon) : ConditionalOptimizer;

    public sealed record RmsProp([LogUniform(1e-5, 1e-1)] double LearningRate, [Uniform(0.8, 0.999)] double Alpha) : ConditionalOptimizer;
}
