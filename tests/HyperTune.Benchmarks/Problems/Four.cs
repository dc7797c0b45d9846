namespace HyperTune.Benchmarks;

/// <summary>Four parameters of a problem of many.</summary>
[SearchSpace]
internal readonly partial record struct Four(
    [Uniform(-10, 10)] double X1,
    [Uniform(-10, 10)] double X2,
    [Uniform(-10, 10)] double X3,
    [Uniform(-10, 10)] double X4)
{
    public double[] Values => [X1, X2, X3, X4];
}
