namespace HyperTune.Benchmarks;

/// <summary>
/// Functions of known shapes beside the public suite, on [-10, 10]^n: narrow bowls and valleys, fourth powers, needles, waves on a bowl, values of many orders of
/// magnitude.
/// Definitions: S. Surjanovic and D. Bingham, "Virtual Library of Simulation Experiments"; N. Hansen et al., "Real-parameter black-box optimization benchmarking", 2009.
/// </summary>
internal static class ShapedProblems
{
    // Shekel's function with ten needles; coordinates of [0, 10] there.
    private static readonly double[] ShekelWidths = [0.1, 0.2, 0.2, 0.4, 0.4, 0.6, 0.3, 0.7, 0.5, 0.5];

    private static readonly double[][] ShekelCenters =
    [
        [4, 4, 4, 4], [1, 1, 1, 1], [8, 8, 8, 8], [6, 6, 6, 6], [3, 7, 3, 7], [2, 9, 2, 9], [5, 3, 5, 3], [8, 1, 8, 1], [6, 2, 6, 2], [7, 3.6, 7, 3.6],
    ];

    public static IReadOnlyList<Problem> All { get; } =
    [
        Of<Box10>("ellipsoid10", static x => x.Values, Ellipsoid, 10, 0, 200),
        Of<Box8>("zakharov8", static x => x.Values, Zakharov, 8, 0, 100),
        Of<LopsidedBox8>("zakharov8_usual", static x => x.Values, Zakharov, 8, 0, 100),
        Of<Box8>("griewank8", static x => x.Values, Griewank, 8, 0, 100),
        Of<Box8>("powers8", static x => x.Values, DifferentPowers, 8, 0, 100),
        Of<Box8>("valley8", static x => x.Values, CurvedValley, 8, 0, 100),
        Of<Box4>("shekel4", static x => x.Values, Shekel, 4, 4, 100, -10.536443153483534),
        Of<Box8>("sum_of_sizes8", static x => x.Values, SumOfSizes, 8, 0, 100),
        Of<Box8>("exponential8", static x => x.Values, Exponential, 8, 0, 100),
        new BoxProblem<Box8>("noisy_ellipsoid8", static x => Ellipsoid(x.Values) / 1e4, [new double[8]], 100, 0, noiseStandardDeviation: 0.1),
    ];

    private static BoxProblem<T> Of<T>(
        string name, Func<T, double[]> values, Func<double[], double> function, int dimensions, double minimizer, int trials, double optimum = 0)
        where T : ISearchSpace<T>
        => new(name, x => function(values(x)), [[.. Enumerable.Repeat(minimizer, dimensions)]], trials, optimum);

    private static double Ellipsoid(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Pow(1e4, i / (x.Length - 1.0)) * x[i] * x[i];
        }

        return sum;
    }

    private static double Zakharov(double[] x)
    {
        double squares = 0;
        double weighted = 0;
        for (int i = 0; i < x.Length; i++)
        {
            squares += x[i] * x[i];
            weighted += 0.5 * (i + 1) * x[i];
        }

        return squares + (weighted * weighted) + Math.Pow(weighted, 4);
    }

    private static double Griewank(double[] x)
    {
        double squares = 0;
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            // The usual range is 60 times as wide; a tenth of it has few enough waves to be solved at all.
            double wide = 6 * x[i];
            squares += wide * wide / 4000;
            product *= Math.Cos(wide / Math.Sqrt(i + 1) / 6);
        }

        return squares - product + 1;
    }

    private static double DifferentPowers(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Pow(Math.Abs(x[i]), 2 + (4.0 * i / (x.Length - 1)));
        }

        return Math.Sqrt(sum);
    }

    private static double CurvedValley(double[] x)
    {
        double along = x[0];
        double sum = along * along;
        for (int i = 1; i < x.Length; i++)
        {
            double across = x[i] - (along * along / 10);
            sum += 100 * across * across;
        }

        return sum;
    }

    private static double Shekel(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < ShekelWidths.Length; i++)
        {
            double distance = ShekelWidths[i];
            for (int j = 0; j < x.Length; j++)
            {
                double difference = x[j] - ShekelCenters[i][j];
                distance += difference * difference;
            }

            sum -= 1 / distance;
        }

        return sum;
    }

    private static double Exponential(double[] x) => Math.Exp(x.Sum(static coordinate => coordinate * coordinate) / 20) - 1;

    private static double SumOfSizes(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += (i + 1) * Math.Abs(x[i]);
        }

        return sum;
    }
}
