using HyperTune.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Strategies.CmaEs;

/// <summary>A covariance with all correlations, and its principal axes as they were at most some generations ago.</summary>
internal sealed class FullCovariance : ICovariance
{
    // Below so much of the largest one, an eigenvalue is rounding error.
    private const double SmallestShare = 1e-16;

    private readonly int _d;
    private readonly double[] _matrix;
    private readonly int _age;

    // Axis after axis.
    private readonly double[] _axes;
    private readonly double[] _deviations;

    /// <param name="matrix">C, row after row.</param>
    public FullCovariance(double[] matrix)
    {
        _matrix = matrix;
        _d = (int)Math.Sqrt(matrix.Length);
        (_axes, _deviations) = Decompose(matrix, _d);
    }

    private FullCovariance(double[] matrix, FullCovariance before)
    {
        _matrix = matrix;
        _d = before._d;
        _age = before._age + 1;
        (_axes, _deviations) = (before._axes, before._deviations);
    }

    public (double Smallest, double Largest) Axes => (_deviations[0], _deviations[^1]);

    /// <summary>C, row after row.</summary>
    public ReadOnlySpan<double> Matrix => _matrix;

    /// <summary>The standard deviations along the principal axes, in ascending order.</summary>
    public ReadOnlySpan<double> Deviations => _deviations;

    public static FullCovariance Identity(int dimensions)
    {
        double[] matrix = new double[dimensions * dimensions];
        for (int j = 0; j < dimensions; j++)
        {
            matrix[(j * dimensions) + j] = 1;
        }

        return new FullCovariance(matrix);
    }

    public double Variance(int coordinate) => _matrix[(coordinate * _d) + coordinate];

    /// <summary>A principal axis.</summary>
    public ReadOnlySpan<double> Axis(int place) => _axes.AsSpan(place * _d, _d);

    // B D z, whose distribution is that of the symmetric square root.
    public void Shape(ReadOnlySpan<double> z, Span<double> y)
    {
        y[.._d].Clear();
        for (int k = 0; k < _d; k++)
        {
            SimdMath.AddScaled(_deviations[k] * z[k], Axis(k), y, _d);
        }
    }

    // B D^-1 B^T y
    public void Whiten(ReadOnlySpan<double> y, Span<double> whitened)
    {
        whitened[.._d].Clear();
        for (int k = 0; k < _d; k++)
        {
            SimdMath.AddScaled(SimdMath.Dot(Axis(k), y, _d) / _deviations[k], Axis(k), whitened, _d);
        }
    }

    public ICovariance Next(double decay, double rankOne, ReadOnlySpan<double> path, ReadOnlySpan<double> rankMu, ReadOnlySpan<double> samples, int generationsPerBasis)
    {
        double[] next = new double[_matrix.Length];
        for (int j = 0; j < _d; j++)
        {
            Span<double> row = next.AsSpan(j * _d, j + 1);
            SimdMath.AddScaled(decay, _matrix.AsSpan(j * _d, j + 1), row, j + 1);
            SimdMath.AddScaled(rankOne * path[j], path, row, j + 1);
            for (int i = 0; i < rankMu.Length; i++)
            {
                ReadOnlySpan<double> y = samples.Slice(i * _d, _d);
                SimdMath.AddScaled(rankMu[i] * y[j], y, row, j + 1);
            }

            for (int k = 0; k < j; k++)
            {
                next[(k * _d) + j] = row[k];
            }
        }

        return _age + 1 >= generationsPerBasis ? new FullCovariance(next) : new FullCovariance(next, this);
    }

    private static (double[] Axes, double[] Deviations) Decompose(double[] matrix, int d)
    {
        var decomposition = Matrix<double>.Build.Dense(d, d, [.. matrix]).Evd(Symmetricity.Symmetric);
        double[] axes = decomposition.EigenVectors.AsColumnMajorArray();
        double largest = decomposition.EigenValues[d - 1].Real;
        double[] deviations = [.. decomposition.EigenValues.Select(value => Math.Sqrt(Math.Max(value.Real, SmallestShare * largest)))];
        return (axes, deviations);
    }
}
