namespace HyperTune.Benchmarks;

/// <summary>Levy's function: waves on a bowl.</summary>
[SearchSpace]
internal sealed partial record Levy8(
    [Uniform(-10, 10)] double X1,
    [Uniform(-10, 10)] double X2,
    [Uniform(-10, 10)] double X3,
    [Uniform(-10, 10)] double X4,
    [Uniform(-10, 10)] double X5,
    [Uniform(-10, 10)] double X6,
    [Uniform(-10, 10)] double X7,
    [Uniform(-10, 10)] double X8)
{
    public double Value() => Value([X1, X2, X3, X4, X5, X6, X7, X8]);

    /// <summary>The function of any number of coordinates.</summary>
    public static double Value(ReadOnlySpan<double> x)
    {
        double first = Math.Sin(Math.PI * Wave(x[0]));
        double sum = first * first;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double w = Wave(x[i]);
            double sine = Math.Sin((Math.PI * w) + 1);
            sum += (w - 1) * (w - 1) * (1 + (10 * sine * sine));
        }

        double last = Wave(x[^1]);
        double lastSine = Math.Sin(2 * Math.PI * last);
        return sum + ((last - 1) * (last - 1) * (1 + (lastSine * lastSine)));
    }

    private static double Wave(double x) => 1 + ((x - 1) / 4);
}
