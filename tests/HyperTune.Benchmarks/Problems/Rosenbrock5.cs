namespace HyperTune.Benchmarks;

/// <summary>Rosenbrock's function: a long, curved, narrow valley.</summary>
[SearchSpace]
internal sealed partial record Rosenbrock5(
    [Uniform(-5, 10)] double X1 = 2.5,
    [Uniform(-5, 10)] double X2 = 2.5,
    [Uniform(-5, 10)] double X3 = 2.5,
    [Uniform(-5, 10)] double X4 = 2.5,
    [Uniform(-5, 10)] double X5 = 2.5)
{
    public double Value()
    {
        ReadOnlySpan<double> x = [X1, X2, X3, X4, X5];
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double across = x[i + 1] - (x[i] * x[i]);
            double along = 1 - x[i];
            sum += (100 * across * across) + (along * along);
        }

        return sum;
    }
}
