namespace HyperTune.Benchmarks;

/// <summary>Eight parameters whose ranges reach twice as far above zero as below.</summary>
[SearchSpace]
internal readonly partial record struct LopsidedBox8(
    [Uniform(-5, 10)] double X1,
    [Uniform(-5, 10)] double X2,
    [Uniform(-5, 10)] double X3,
    [Uniform(-5, 10)] double X4,
    [Uniform(-5, 10)] double X5,
    [Uniform(-5, 10)] double X6,
    [Uniform(-5, 10)] double X7,
    [Uniform(-5, 10)] double X8)
{
    public double[] Values => [X1, X2, X3, X4, X5, X6, X7, X8];
}
