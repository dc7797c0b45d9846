namespace HyperTune.Benchmarks;

/// <summary>Rosenbrock's function of ten variables, with its derivatives; smallest, 0, where all are 1.</summary>
[SearchSpace]
internal sealed partial record Rosenbrock10(
    [Uniform(-5, 10)] double X1 = 2.5,
    [Uniform(-5, 10)] double X2 = 2.5,
    [Uniform(-5, 10)] double X3 = 2.5,
    [Uniform(-5, 10)] double X4 = 2.5,
    [Uniform(-5, 10)] double X5 = 2.5,
    [Uniform(-5, 10)] double X6 = 2.5,
    [Uniform(-5, 10)] double X7 = 2.5,
    [Uniform(-5, 10)] double X8 = 2.5,
    [Uniform(-5, 10)] double X9 = 2.5,
    [Uniform(-5, 10)] double X10 = 2.5)
{
    public (double Value, Gradient Gradient) Differentiate()
    {
        ReadOnlySpan<double> x = [X1, X2, X3, X4, X5, X6, X7, X8, X9, X10];
        Span<double> d = stackalloc double[x.Length];
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double across = x[i + 1] - (x[i] * x[i]);
            double along = 1 - x[i];
            sum += (100 * across * across) + (along * along);
            d[i] -= (400 * across * x[i]) + (2 * along);
            d[i + 1] += 200 * across;
        }

        return (sum, new Gradient { X1 = d[0], X2 = d[1], X3 = d[2], X4 = d[3], X5 = d[4], X6 = d[5], X7 = d[6], X8 = d[7], X9 = d[8], X10 = d[9] });
    }
}
