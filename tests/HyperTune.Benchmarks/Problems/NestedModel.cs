namespace HyperTune.Benchmarks;

/// <summary>The model of <see cref="NestedConfig"/>.</summary>
[SearchSpace]
internal abstract partial record NestedModel
{
    public sealed partial record Linear([LogUniform(1e-4, 1)] double L1, [Choice] bool Intercept) : NestedModel;

    public sealed partial record Kernel([LogUniform(1e-3, 1e3)] double C, [LogUniform(1e-4, 10)] double Gamma, [Choice("a", "b", "c", "d")] string Form) : NestedModel;

    public sealed partial record Trees([Uniform(2, 12)] int Depth, [Uniform(0.1, 1)] double Share) : NestedModel;
}
