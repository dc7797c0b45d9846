namespace HyperTune.Benchmarks;

/// <summary>Rastrigin's function, shifted: a bowl with a grid of local minima.</summary>
[SearchSpace]
internal sealed partial record Rastrigin5(
    [Uniform(-5.12, 5.12)] double X1,
    [Uniform(-5.12, 5.12)] double X2,
    [Uniform(-5.12, 5.12)] double X3,
    [Uniform(-5.12, 5.12)] double X4,
    [Uniform(-5.12, 5.12)] double X5)
{
    /// <summary>Where the deepest minimum is.</summary>
    public static readonly double[] Shift = [1.3, -0.7, 2.15, -1.85, 0.45];

    public double Value()
    {
        ReadOnlySpan<double> x = [X1, X2, X3, X4, X5];
        double sum = 10 * x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            double z = x[i] - Shift[i];
            sum += (z * z) - (10 * Math.Cos(2 * Math.PI * z));
        }

        return sum;
    }
}
