namespace HyperTune.Strategies.CmaEs;

/// <summary>A covariance without correlations, at linear cost: that of sep-CMA-ES.</summary>
/// <param name="variances">The variances.</param>
internal sealed class DiagonalCovariance(double[] variances) : ICovariance
{
    private const double SmallestVariance = 1e-300;

    private readonly double[] _deviations = [.. variances.Select(Math.Sqrt)];

    public (double Smallest, double Largest) Axes => (_deviations.Min(), _deviations.Max());

    public double Variance(int coordinate) => variances[coordinate];

    public void Shape(ReadOnlySpan<double> z, Span<double> y)
    {
        for (int j = 0; j < _deviations.Length; j++)
        {
            y[j] = _deviations[j] * z[j];
        }
    }

    public void Whiten(ReadOnlySpan<double> y, Span<double> whitened)
    {
        for (int j = 0; j < _deviations.Length; j++)
        {
            whitened[j] = y[j] / _deviations[j];
        }
    }

    public ICovariance Next(double decay, double rankOne, ReadOnlySpan<double> path, ReadOnlySpan<double> rankMu, ReadOnlySpan<double> samples, int generationsPerBasis)
    {
        int d = variances.Length;
        double[] next = new double[d];
        for (int j = 0; j < d; j++)
        {
            double variance = (decay * variances[j]) + (rankOne * path[j] * path[j]);
            for (int i = 0; i < rankMu.Length; i++)
            {
                double y = samples[(i * d) + j];
                variance += rankMu[i] * y * y;
            }

            next[j] = Math.Max(variance, SmallestVariance);
        }

        return new DiagonalCovariance(next);
    }
}
