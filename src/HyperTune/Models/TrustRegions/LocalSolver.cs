using HyperTune.Numerics;

namespace HyperTune.Models.TrustRegions;

/// <summary>The least-norm solution for one set of trials, kernel by kernel and misfit by misfit, with its leave-one-out error.</summary>
/// <remarks>
/// With rows divided by sqrt(v_i), v_i = max(1, |z_i|^2 / s^2)^3, Q2 an orthonormal basis of what is orthogonal to the coordinates' columns Z, and P = Q2 (Q2' (K + lambda I) Q2)^-1 Q2':
/// (1) a = P y, (2) the linear part is the least-squares solution g of Z g = y - (K + lambda I) a, and (3) the error of trial i when it is left out is a_i / P_ii.
/// </remarks>
internal sealed class LocalSolver
{
    private readonly int _count;
    private readonly int _free;
    private readonly int _padded;
    private readonly double[] _points;
    private readonly double[] _values;
    private readonly LocalScale _scale;
    private readonly double[] _roots;
    private readonly double[] _looks;
    private readonly double[] _outputs;
    private readonly double[] _covariances;
    private readonly double[] _reduced;
    private readonly double[] _factor;
    private readonly double[] _inverse;
    private readonly double[] _whitened;
    private readonly double[] _column;
    private readonly double[] _weights;
    private readonly OrthogonalBasis _basis;

    /// <param name="points">The trials' coordinates, one after the other.</param>
    /// <param name="values">Their differences to the best value; more than coordinates.</param>
    /// <param name="scale">What is fitted in their place.</param>
    /// <param name="spread">s: up to which distance trials have to be met alike; at least 1.</param>
    public LocalSolver(double[] points, double[] values, LocalScale scale, double spread)
    {
        _count = values.Length;
        int dimension = points.Length / _count;
        _points = points;
        _values = values;
        _scale = scale;
        _roots = new double[_count];
        _looks = new double[_count];
        _outputs = new double[_count];
        var scaled = new double[points.Length];
        for (int i = 0; i < _count; i++)
        {
            ReadOnlySpan<double> point = points.AsSpan(i * dimension, dimension);
            double square = SimdMath.Dot(point, point, dimension);
            double beyond = Math.Max(1, square / (spread * spread));
            _roots[i] = beyond * Math.Sqrt(beyond);
            _looks[i] = 1 / Math.Max(1, square * square);
            _outputs[i] = scale.Apply(values[i]) / _roots[i];
            for (int j = 0; j < dimension; j++)
            {
                scaled[(i * dimension) + j] = point[j] / _roots[i];
            }
        }

        _basis = new OrthogonalBasis(scaled, _count, dimension);
        _free = _basis.FreeCount;
        _padded = Cholesky.PaddedSize(_free);
        _covariances = new double[_count * _count];
        _reduced = new double[_free * _free];
        _factor = new double[_padded * _padded];
        _inverse = new double[_padded * _padded];
        _whitened = new double[_count * _free];
        _column = new double[_free];
        _weights = new double[_count];
    }

    /// <summary>Turns to a kernel.</summary>
    public void Prepare(LocalKernel kernel)
    {
        int dimension = _points.Length / _count;
        for (int i = 0; i < _count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double covariance = kernel.Evaluate(_points.AsSpan(i * dimension, dimension), _points.AsSpan(j * dimension, dimension)) / (_roots[i] * _roots[j]);
                _covariances[(i * _count) + j] = covariance;
                _covariances[(j * _count) + i] = covariance;
            }
        }

        var half = new double[_count];
        for (int a = 0; a < _free; a++)
        {
            for (int i = 0; i < _count; i++)
            {
                half[i] = SimdMath.Dot(_basis.FreeRow(a), _covariances.AsSpan(i * _count), _count);
            }

            for (int b = 0; b <= a; b++)
            {
                _reduced[(a * _free) + b] = SimdMath.Dot(half, _basis.FreeRow(b), _count);
            }
        }
    }

    /// <summary>Solves for a tolerated misfit.</summary>
    /// <param name="misfit">lambda.</param>
    /// <returns>The leave-one-out error of the differences in the root mean square, where trials beyond the region count less; infinite where there is no solution.</returns>
    public double Solve(double misfit)
    {
        if (!TryFactor(misfit))
        {
            return double.PositiveInfinity;
        }

        var projected = new double[_free];
        for (int i = 0; i < _count; i++)
        {
            SimdMath.AddScaled(_outputs[i], _whitened.AsSpan(i * _free), projected, _free);
        }

        double squares = 0;
        double total = 0;
        for (int i = 0; i < _count; i++)
        {
            ReadOnlySpan<double> row = _whitened.AsSpan(i * _free, _free);
            double diagonal = SimdMath.Dot(row, row, _free);
            _weights[i] = SimdMath.Dot(row, projected, _free);
            if (diagonal > 0)
            {
                double missed = _scale.ErrorOf(_values[i], _weights[i] / diagonal * _roots[i]);
                squares += _looks[i] * missed * missed;
                total += _looks[i];
            }
        }

        return total > 0 ? Math.Sqrt(squares / total) : double.PositiveInfinity;
    }

    /// <summary>The kernel's weights of the trials in the last solution (1).</summary>
    public double[] Weights()
    {
        var weights = new double[_count];
        for (int i = 0; i < _count; i++)
        {
            weights[i] = _weights[i] / _roots[i];
        }

        return weights;
    }

    /// <summary>The linear part of the last solution (2).</summary>
    public double[] Slope(double misfit)
    {
        var rest = new double[_count];
        for (int i = 0; i < _count; i++)
        {
            rest[i] = _outputs[i] - SimdMath.Dot(_covariances.AsSpan(i * _count), _weights, _count) - (misfit * _weights[i]);
        }

        return _basis.SolveColumns(rest);
    }

    // Makes of each trial the column L^-1 Q2' e_i, so that P is the product of the columns with each other.
    private bool TryFactor(double misfit)
    {
        Array.Clear(_factor);
        for (int a = 0; a < _free; a++)
        {
            _reduced.AsSpan(a * _free, a + 1).CopyTo(_factor.AsSpan(a * _padded));
            _factor[(a * _padded) + a] += misfit;
        }

        Cholesky.Pad(_factor, _free, _padded);
        if (!Cholesky.TryFactor(_factor, _padded))
        {
            return false;
        }

        Array.Clear(_inverse);
        Cholesky.InvertLower(_factor, _inverse, _padded);
        for (int i = 0; i < _count; i++)
        {
            for (int a = 0; a < _free; a++)
            {
                _column[a] = _basis.FreeRow(a)[i];
            }

            for (int a = 0; a < _free; a++)
            {
                _whitened[(i * _free) + a] = SimdMath.Dot(_inverse.AsSpan(a * _padded), _column, a + 1);
            }
        }

        return true;
    }
}
