namespace HyperTune.Benchmarks;

/// <summary>A problem with several objectives, all smaller is better.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Space">Its space.</param>
/// <param name="Reference">Where the volume ends.</param>
/// <param name="Evaluate">The objectives and the limits' excess, positive outside, of a vector.</param>
internal sealed record FrontProblem(string Name, SearchSpace Space, double[] Reference, Func<double[], (double[] Losses, double[] Excess)> Evaluate)
{
    /// <summary>Whether there are limits.</summary>
    public bool IsLimited { get; } = Evaluate(new double[Space.DimensionCount]).Excess.Length > 0;

    /// <summary>The problems.</summary>
    public static IReadOnlyList<FrontProblem> All { get; } =
    [
        new("ZDT1", TenNumbers.Space, [1.1, 11], static x => (Zdt(x, static (f, g) => 1 - Math.Sqrt(f / g)), [])),
        new("ZDT2", TenNumbers.Space, [1.1, 11], static x => (Zdt(x, static (f, g) => 1 - ((f / g) * (f / g))), [])),
        new("ZDT3", TenNumbers.Space, [1.1, 11], static x => (Zdt(x, static (f, g) => 1 - Math.Sqrt(f / g) - (f / g * Math.Sin(10 * Math.PI * f))), [])),
        new("DTLZ2", TenNumbers.Space, [2.5, 2.5, 2.5], static x => (Dtlz2(x, 3), [])),
        new("C2-DTLZ2", TenNumbers.Space, [2.5, 2.5, 2.5], static x => Limited(Dtlz2(x, 3))),
        new("BNH", BnhNumbers.Space, [140, 50], static x => Bnh(x[0], x[1])),
    ];

    // Zitzler, Deb and Thiele, 2000.
    private static double[] Zdt(double[] x, Func<double, double, double> h)
    {
        double g = 1 + (9.0 / (x.Length - 1) * x.Skip(1).Sum());
        return [x[0], g * h(x[0], g)];
    }

    // Deb, Thiele, Laumanns and Zitzler, 2002.
    private static double[] Dtlz2(double[] x, int objectives)
    {
        double g = x.Skip(objectives - 1).Sum(static value => (value - 0.5) * (value - 0.5));
        double[] losses = new double[objectives];
        for (int k = 0; k < objectives; k++)
        {
            double product = 1 + g;
            for (int i = 0; i < objectives - 1 - k; i++)
            {
                product *= Math.Cos(x[i] * Math.PI / 2);
            }

            losses[k] = k == 0 ? product : product * Math.Sin(x[objectives - 1 - k] * Math.PI / 2);
        }

        return losses;
    }

    // Jain and Deb, 2014: only near the corners and the middle of the sphere.
    private static (double[] Losses, double[] Excess) Limited(double[] losses)
    {
        const double Radius = 0.4;
        double nearCorner = losses.Select((loss, i) => ((loss - 1) * (loss - 1)) + losses.Where((_, j) => j != i).Sum(static other => other * other)).Min();
        double middle = 1 / Math.Sqrt(losses.Length);
        double nearMiddle = losses.Sum(loss => (loss - middle) * (loss - middle));
        return (losses, [Math.Min(nearCorner, nearMiddle) - (Radius * Radius)]);
    }

    // Binh and Korn, 1997.
    private static (double[] Losses, double[] Excess) Bnh(double x, double y) => (
        [4 * ((x * x) + (y * y)), ((x - 5) * (x - 5)) + ((y - 5) * (y - 5))],
        [((x - 5) * (x - 5)) + (y * y) - 25, 7.7 - ((x - 8) * (x - 8)) - ((y + 3) * (y + 3))]);
}
