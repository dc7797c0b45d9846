namespace HyperTune.Benchmarks;

/// <summary>The Styblinski-Tang function: two basins in every dimension, 64 in all.</summary>
[SearchSpace]
internal sealed partial record StyblinskiTang6(
    [Uniform(-5, 5)] double X1,
    [Uniform(-5, 5)] double X2,
    [Uniform(-5, 5)] double X3,
    [Uniform(-5, 5)] double X4,
    [Uniform(-5, 5)] double X5,
    [Uniform(-5, 5)] double X6)
{
    /// <summary>The coordinate of the deepest basin in every dimension: the smallest root of 4 x^3 - 32 x + 5.</summary>
    public const double Minimizer = -2.9035340277711770;

    public double Value()
    {
        ReadOnlySpan<double> x = [X1, X2, X3, X4, X5, X6];
        double sum = 0;
        foreach (double value in x)
        {
            double square = value * value;
            sum += (square * square) - (16 * square) + (5 * value);
        }

        return 0.5 * sum;
    }
}
