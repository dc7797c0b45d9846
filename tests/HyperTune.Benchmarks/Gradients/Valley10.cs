namespace HyperTune.Benchmarks;

/// <summary>A smooth function of ten variables that act together in pairs and differ a hundredfold in weight; smallest, 0, away from the middle of the cube.</summary>
[SearchSpace]
internal sealed partial record Valley10(
    [Uniform(0, 1)] double X1 = 0.5,
    [Uniform(0, 1)] double X2 = 0.5,
    [Uniform(0, 1)] double X3 = 0.5,
    [Uniform(0, 1)] double X4 = 0.5,
    [Uniform(0, 1)] double X5 = 0.5,
    [Uniform(0, 1)] double X6 = 0.5,
    [Uniform(0, 1)] double X7 = 0.5,
    [Uniform(0, 1)] double X8 = 0.5,
    [Uniform(0, 1)] double X9 = 0.5,
    [Uniform(0, 1)] double X10 = 0.5)
{
    private const double Bend = 0.3;

    public (double Value, Gradient Gradient) Differentiate()
    {
        ReadOnlySpan<double> x = [X1, X2, X3, X4, X5, X6, X7, X8, X9, X10];
        Span<double> d = stackalloc double[x.Length];
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double weight = Math.Pow(10, 2.0 * i / (x.Length - 1)) / 10;
            double distance = x[i] - Place(i);
            sum += weight * ((distance * distance) + (Bend * (1 - Math.Cos(4 * distance))));
            d[i] += weight * ((2 * distance) + (4 * Bend * Math.Sin(4 * distance)));
            if (i % 2 == 1)
            {
                double both = distance + x[i - 1] - Place(i - 1);
                sum += both * both;
                d[i] += 2 * both;
                d[i - 1] += 2 * both;
            }
        }

        return (sum, new Gradient { X1 = d[0], X2 = d[1], X3 = d[2], X4 = d[3], X5 = d[4], X6 = d[5], X7 = d[6], X8 = d[7], X9 = d[8], X10 = d[9] });
    }

    // Spread over the middle of the ranges.
    private static double Place(int i) => 0.25 + (0.5 * (i * 0.618034 % 1));
}
