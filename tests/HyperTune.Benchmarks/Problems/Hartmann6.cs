namespace HyperTune.Benchmarks;

/// <summary>Hartmann's six-dimensional function: four bumps of different shapes, one of them a wide trap.</summary>
[SearchSpace]
internal sealed partial record Hartmann6(
    [Uniform(0, 1)] double X1 = 0.5,
    [Uniform(0, 1)] double X2 = 0.5,
    [Uniform(0, 1)] double X3 = 0.5,
    [Uniform(0, 1)] double X4 = 0.5,
    [Uniform(0, 1)] double X5 = 0.5,
    [Uniform(0, 1)] double X6 = 0.5)
{
    private static readonly double[] Alpha = [1.0, 1.2, 3.0, 3.2];

    private static readonly double[][] A =
    [
        [10, 3, 17, 3.5, 1.7, 8],
        [0.05, 10, 17, 0.1, 8, 14],
        [3, 3.5, 1.7, 10, 17, 8],
        [17, 8, 0.05, 10, 0.1, 14],
    ];

    private static readonly double[][] P =
    [
        [1312, 1696, 5569, 124, 8283, 5886],
        [2329, 4135, 8307, 3736, 1004, 9991],
        [2348, 1451, 3522, 2883, 3047, 6650],
        [4047, 8828, 8732, 5743, 1091, 381],
    ];

    public double Value()
    {
        ReadOnlySpan<double> x = [X1, X2, X3, X4, X5, X6];
        double sum = 0;
        for (int i = 0; i < Alpha.Length; i++)
        {
            double exponent = 0;
            for (int j = 0; j < x.Length; j++)
            {
                double distance = x[j] - (P[i][j] / 10000);
                exponent += A[i][j] * distance * distance;
            }

            sum += Alpha[i] * Math.Exp(-exponent);
        }

        return -sum;
    }
}
