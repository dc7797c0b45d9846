namespace HyperTune.Models.GaussianProcesses;

/// <summary>The covariances of a function and its derivatives under a Matern-5/2 kernel with a length scale for each dimension.</summary>
/// <remarks>
/// <code>
/// k(x, x') = s2 (1 + r + r^2/3) exp(-r),   r = sqrt(5 sum_i D_i / l_i^2)
/// cov(f(x), d_j f(x')) = A (x_j - x'_j) / l_j^2,   A = 5/3 s2 (1 + r) exp(-r)
/// cov(d_i f(x), d_j f(x')) = A [i = j] / l_i^2 - B (x_i - x'_i) (x_j - x'_j) / (l_i^2 l_j^2),   B = 25/3 s2 exp(-r)
/// </code>
/// D_i is the squared difference on a numeric dimension, and 0 or 1 on a categorical one. Reference: J. Wu, M. Poloczek, A. G. Wilson and P. Frazier, "Bayesian
/// optimization with gradients", NeurIPS 2017.
/// </remarks>
internal sealed class DerivativeKernel
{
    // Derivatives count as known this much less exactly than values, so that two that nearly agree leave the matrix regular.
    private const double LeastDerivativeNoise = 1e-6;

    private readonly double[] _weights;

    /// <param name="lengths">The length scales.</param>
    /// <param name="signalVariance">The variance of the function.</param>
    /// <param name="noiseShare">The variance of an observation around it, as a share of that.</param>
    public DerivativeKernel(double[] lengths, double signalVariance, double noiseShare)
    {
        Lengths = lengths;
        SignalVariance = signalVariance;
        NoiseShare = noiseShare;
        _weights = [.. lengths.Select(static length => 1 / (length * length))];
    }

    public double[] Lengths { get; }

    public double SignalVariance { get; }

    public double NoiseShare { get; }

    /// <summary>The variance of an observed output, noise included.</summary>
    public double OutputVariance => SignalVariance * (1 + NoiseShare);

    /// <summary>The variance of an observed derivative, noise included.</summary>
    public double DerivativeVariance(int coordinate) => 5.0 / 3 * SignalVariance * _weights[coordinate] * (1 + NoiseShare + LeastDerivativeNoise);

    /// <summary>What the covariances between two points are made of.</summary>
    /// <returns>The covariance of the outputs, and the factors A and B of those of derivatives.</returns>
    public (double Covariance, double A, double B) Between(ReadOnlySpan<double> x, ReadOnlySpan<double> other, int numericCount)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double difference = x[i] - other[i];
            sum += (i < numericCount ? difference * difference : difference == 0 ? 0 : 1) * _weights[i];
        }

        double r = Math.Sqrt(5 * sum);
        double decay = SignalVariance * Math.Exp(-r);
        return ((1 + r + (r * r / 3)) * decay, 5.0 / 3 * (1 + r) * decay, 25.0 / 3 * decay);
    }

    /// <summary>The squared inverse length scale of a coordinate.</summary>
    public double Weight(int coordinate) => _weights[coordinate];

    /// <summary>Writes the covariances of a point's output with every row of the data.</summary>
    public void WriteOutputRow(DerivativeData data, ReadOnlySpan<double> x, Span<double> row)
    {
        int observed = data.OutputCount;
        ReadOnlySpan<(int Point, int Coordinate)> derivatives = data.Derivatives;
        int next = 0;
        for (int p = 0; p < data.Points.Length; p++)
        {
            double[] point = data.Points[p];
            (double covariance, double a, _) = Between(x, point, data.NumericCount);
            row[p < observed ? p : p + derivatives.Length] = covariance;
            for (; next < derivatives.Length && derivatives[next].Point == p; next++)
            {
                int j = derivatives[next].Coordinate;
                row[observed + next] = a * (x[j] - point[j]) * _weights[j];
            }
        }
    }

    /// <summary>Writes the covariances of a point's derivative with every row of the data.</summary>
    public void WriteDerivativeRow(DerivativeData data, ReadOnlySpan<double> x, int coordinate, Span<double> row)
    {
        int observed = data.OutputCount;
        ReadOnlySpan<(int Point, int Coordinate)> derivatives = data.Derivatives;
        int next = 0;
        for (int p = 0; p < data.Points.Length; p++)
        {
            double[] point = data.Points[p];
            (_, double a, double b) = Between(x, point, data.NumericCount);
            double own = (x[coordinate] - point[coordinate]) * _weights[coordinate];
            row[p < observed ? p : p + derivatives.Length] = -a * own;
            for (; next < derivatives.Length && derivatives[next].Point == p; next++)
            {
                int j = derivatives[next].Coordinate;
                row[observed + next] = (j == coordinate ? a * _weights[j] : 0) - (b * own * (x[j] - point[j]) * _weights[j]);
            }
        }
    }
}
