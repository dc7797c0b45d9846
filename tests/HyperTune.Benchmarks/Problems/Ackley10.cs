namespace HyperTune.Benchmarks;

/// <summary>Ackley's function, shifted: a nearly flat, rippled plain with one deep hole.</summary>
[SearchSpace]
internal sealed partial record Ackley10(
    [Uniform(-32.768, 32.768)] double X1,
    [Uniform(-32.768, 32.768)] double X2,
    [Uniform(-32.768, 32.768)] double X3,
    [Uniform(-32.768, 32.768)] double X4,
    [Uniform(-32.768, 32.768)] double X5,
    [Uniform(-32.768, 32.768)] double X6,
    [Uniform(-32.768, 32.768)] double X7,
    [Uniform(-32.768, 32.768)] double X8,
    [Uniform(-32.768, 32.768)] double X9,
    [Uniform(-32.768, 32.768)] double X10)
{
    /// <summary>Where the hole is.</summary>
    public static readonly double[] Shift = [-9.5, 4.25, 12.0, -3.75, 7.5, -14.0, 1.25, 10.75, -6.5, 2.0];

    public double Value()
    {
        ReadOnlySpan<double> x = [X1, X2, X3, X4, X5, X6, X7, X8, X9, X10];
        double squares = 0;
        double cosines = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double z = x[i] - Shift[i];
            squares += z * z;
            cosines += Math.Cos(2 * Math.PI * z);
        }

        return (-20 * Math.Exp(-0.2 * Math.Sqrt(squares / x.Length))) - Math.Exp(cosines / x.Length) + 20 + Math.E;
    }
}
