namespace HyperTune.Benchmarks;

/// <summary>Five parameters of a wide space.</summary>
[SearchSpace]
internal readonly partial record struct Five(
    [Uniform(-10, 10)] double X1,
    [Uniform(-10, 10)] double X2,
    [Uniform(-10, 10)] double X3,
    [Uniform(-10, 10)] double X4,
    [Uniform(-10, 10)] double X5)
{
    public double[] Values => [X1, X2, X3, X4, X5];
}
