using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>A Gaussian process with a constant mean that has seen outputs and derivatives.</summary>
/// <remarks>
/// Points without an output shrink the variance as an observation would and leave the mean where it is, which is the belief about trials that still run (the
/// "Kriging believer"). Reference: C. Rasmussen and C. Williams, "Gaussian processes for machine learning", 2006, section 9.4 and algorithm 2.1.
/// </remarks>
internal sealed class DerivativeProcess
{
    private const double FirstJitter = 1e-10;
    private const double LargestJitter = 1e-2;

    private readonly DerivativeData _data;
    private readonly DerivativeKernel _kernel;
    private readonly int _size;
    private readonly double[] _inverse;
    private readonly double[] _solution;
    private readonly double[] _covariances;
    private readonly double[] _whitened;
    private readonly double[] _weights;
    private readonly double[] _point;

    /// <exception cref="InvalidOperationException">The covariance is not positive definite.</exception>
    public DerivativeProcess(DerivativeKernel kernel, DerivativeData data)
    {
        _kernel = kernel;
        _data = data;
        _size = Cholesky.PaddedSize(data.RowCount);
        double[] factor = new double[_size * _size];
        double jitter = 0;
        while (!TryFactor(kernel, data, jitter, factor, _size))
        {
            jitter = Math.Max(FirstJitter, 10 * jitter);
            if (jitter > LargestJitter)
            {
                throw new InvalidOperationException("The covariance of the observed trials is not positive definite.");
            }
        }

        _inverse = new double[_size * _size];
        Cholesky.InvertLower(factor, _inverse, _size);
        _solution = new double[_size];
        _covariances = new double[_size];
        _whitened = new double[_size];
        _weights = new double[_size];
        _point = new double[data.Dimension];
        Solve();
    }

    public DerivativeKernel Kernel => _kernel;

    /// <summary>The number of outputs, derivatives and running trials.</summary>
    public int RowCount => _data.RowCount;

    /// <summary>The constant mean.</summary>
    public double Mean { get; private set; }

    /// <summary>The mean and the variance of the function, without noise, at a point.</summary>
    public (double Mean, double Variance) Predict(ReadOnlySpan<double> point)
    {
        point.CopyTo(_point);
        _kernel.WriteOutputRow(_data, point, _covariances);
        double explained = 0;
        for (int row = 0; row < _data.RowCount; row++)
        {
            _whitened[row] = SimdMath.Dot(_inverse.AsSpan(row * _size, _size), _covariances, row + 1);
            explained += _whitened[row] * _whitened[row];
        }

        return (Mean + SimdMath.Dot(_solution, _covariances, _data.ObservedCount), Math.Max(0, _kernel.SignalVariance - explained));
    }

    /// <summary>Adds the gradient, by the point predicted last, of a function of the prediction.</summary>
    /// <param name="meanSlope">The function's derivative by the mean.</param>
    /// <param name="varianceSlope">Its derivative by the variance.</param>
    /// <param name="gradient">Receives the sum; its entries for categorical dimensions stay.</param>
    public void AddGradient(double meanSlope, double varianceSlope, Span<double> gradient)
    {
        // d variance = -2 v^T L^-1 dk, so that mean and variance together are one combination of the covariances' derivatives.
        Array.Clear(_weights);
        SimdMath.AddScaled(meanSlope, _solution, _weights, _data.ObservedCount);
        for (int row = 0; row < _data.RowCount; row++)
        {
            SimdMath.AddScaled(-2 * varianceSlope * _whitened[row], _inverse.AsSpan(row * _size, _size), _weights, row + 1);
        }

        ReadOnlySpan<(int Point, int Coordinate)> derivatives = _data.Derivatives;
        int next = 0;
        for (int p = 0; p < _data.Points.Length; p++)
        {
            double[] other = _data.Points[p];
            (_, double a, double b) = _kernel.Between(_point, other, _data.NumericCount);
            double pull = -a * _weights[p < _data.OutputCount ? p : p + derivatives.Length];
            for (; next < derivatives.Length && derivatives[next].Point == p; next++)
            {
                int j = derivatives[next].Coordinate;
                double weight = _weights[_data.OutputCount + next] * _kernel.Weight(j);
                gradient[j] += a * weight;
                pull -= b * weight * (_point[j] - other[j]);
            }

            for (int i = 0; i < _data.NumericCount; i++)
            {
                gradient[i] += pull * (_point[i] - other[i]) * _kernel.Weight(i);
            }
        }
    }

    /// <summary>Writes the lower factor of the covariance matrix of all rows.</summary>
    /// <returns>Whether the matrix is positive definite.</returns>
    public static bool TryFactor(DerivativeKernel kernel, DerivativeData data, double jitter, double[] matrix, int size)
    {
        for (int row = 0; row < data.RowCount; row++)
        {
            Span<double> target = matrix.AsSpan(row * size, size);
            int derivative = row - data.OutputCount;
            if (derivative >= 0 && derivative < data.Derivatives.Length)
            {
                (int point, int coordinate) = data.Derivatives[derivative];
                kernel.WriteDerivativeRow(data, data.Points[point], coordinate, target);
                target[row] = kernel.DerivativeVariance(coordinate) * (1 + jitter);
            }
            else
            {
                kernel.WriteOutputRow(data, data.Points[derivative < 0 ? row : row - data.Derivatives.Length], target);
                target[row] = kernel.OutputVariance * (1 + jitter);
            }
        }

        Cholesky.Pad(matrix, data.RowCount, size);
        return Cholesky.TryFactor(matrix, size);
    }

    // The mean by generalized least squares: it is that of the outputs, and of the derivatives it is zero.
    private void Solve()
    {
        int count = _data.ObservedCount;
        double[] observed = new double[count];
        double[] whitened = new double[count];
        double[] ones = new double[count];
        for (int row = 0; row < count; row++)
        {
            observed[row] = _data.Observed(row);
            ReadOnlySpan<double> inverse = _inverse.AsSpan(row * _size, _size);
            whitened[row] = SimdMath.Dot(inverse, observed, row + 1);
            for (int column = 0; column <= Math.Min(row, _data.OutputCount - 1); column++)
            {
                ones[row] += inverse[column];
            }
        }

        Mean = SimdMath.Dot(ones, whitened, count) / SimdMath.Dot(ones, ones, count);
        for (int row = 0; row < count; row++)
        {
            SimdMath.AddScaled(whitened[row] - (Mean * ones[row]), _inverse.AsSpan(row * _size, _size), _solution, row + 1);
        }
    }
}
