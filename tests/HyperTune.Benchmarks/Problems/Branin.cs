namespace HyperTune.Benchmarks;

/// <summary>Branin's function: three equal minima in curved valleys.</summary>
[SearchSpace]
internal sealed partial record Branin(
    [Uniform(-5, 10)] double X1 = 2.5,
    [Uniform(0, 15)] double X2 = 7.5)
{
    public double Value()
    {
        double valley = X2 - (5.1 / (4 * Math.PI * Math.PI) * X1 * X1) + (5 / Math.PI * X1) - 6;
        return (valley * valley) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(X1)) + 10;
    }
}
