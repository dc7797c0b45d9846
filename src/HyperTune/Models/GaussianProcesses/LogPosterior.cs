using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperTune.Numerics.Normal;
using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>
/// The negative logarithm of the hyperparameters' posterior density: marginal likelihood of the outputs times prior, with the constant mean at its
/// best value.
/// </summary>
/// <remarks>
/// <code>
/// -ln p = 1/2 (y - m)^T K^-1 (y - m) + sum_i ln L_ii + n/2 ln 2 pi - ln prior,   m = 1^T K^-1 y / 1^T K^-1 1
/// d(-ln p)/dt = -1/2 tr((a a^T - K^-1) dK/dt) - d ln prior/dt,   a = K^-1 (y - m)
/// </code>
/// The mean needs no term of its own in the gradient, because it is at its optimum. Reference: C. Rasmussen and C. Williams, "Gaussian processes for
/// machine learning", 2006, equations 5.8 and 5.9.
/// </remarks>
internal sealed class LogPosterior : IDifferentiableFunction
{
    private readonly PointSet _points;
    private readonly double[] _outputs;
    private readonly int _numericCount;
    private readonly int _size;
    private readonly double[] _matrix;
    private readonly double[] _inverse;
    private readonly double[] _residuals;
    private readonly double[] _ones;
    private readonly double[] _solution;
    private readonly double[] _row;
    private readonly KernelPoint _point;
    private readonly double[] _logarithms;
    private readonly Vector256<double>[] _sums;
    private AdditiveMaternKernel? _kernel;
    private KernelInputs? _inputs;

    /// <param name="points">The inputs.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The outputs, standardized.</param>
    /// <param name="prior">The prior.</param>
    public LogPosterior(PointSet points, int numericCount, ReadOnlySpan<double> outputs, HyperparameterPrior prior)
    {
        _points = points;
        _numericCount = numericCount;
        Prior = prior;
        _size = Cholesky.PaddedSize(points.Count);
        _outputs = new double[_size];
        outputs[..points.Count].CopyTo(_outputs);
        _matrix = new double[_size * _size];
        _inverse = new double[_size * _size];
        _residuals = new double[_size];
        _ones = new double[_size];
        _solution = new double[_size];
        _row = new double[_size];
        _point = new KernelPoint(points.Dimension);
        _logarithms = new double[prior.Start.Length];
        _sums = new Vector256<double>[prior.Start.Length];
    }

    /// <summary>The prior. Another one may follow, of as many dimensions: then the next thing to do is to evaluate.</summary>
    public HyperparameterPrior Prior { get; set; }

    /// <summary>The number of inputs.</summary>
    public int PointCount => _points.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Evaluate(ReadOnlySpan<double> point)
    {
        point.CopyTo(_logarithms);
        _kernel = new AdditiveMaternKernel(Hyperparameters.FromLogarithms(point, Prior.IsSmooth), _numericCount);
        _inputs ??= new KernelInputs(_kernel, _points);
        _inputs.Reset(_kernel, _points);
        FillCovariances(_kernel, _inputs);
        if (!Cholesky.TryFactor(_matrix, _size))
        {
            return double.PositiveInfinity;
        }

        // L r = y and L o = 1 by forward substitution, then the mean as the generalized least-squares estimate.
        int count = _points.Count;
        double logDeterminant = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> row = _matrix.AsSpan(i * _size, _size);
            double diagonal = row[i];
            _residuals[i] = (_outputs[i] - SimdMath.Dot(row, _residuals, i)) / diagonal;
            _ones[i] = (1 - SimdMath.Dot(row, _ones, i)) / diagonal;
            logDeterminant += Math.Log(diagonal);
        }

        double mean = SimdMath.Dot(_residuals, _ones, count) / SimdMath.Dot(_ones, _ones, count);
        SimdMath.AddScaled(-mean, _ones, _residuals, count);
        double quadratic = SimdMath.Dot(_residuals, _residuals, count);
        return (0.5 * quadratic) + logDeterminant + (count * NormalTail.LogSqrtTwoPi) - Prior.LogDensity(point);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteGradient(Span<double> gradient)
    {
        int count = _points.Count;
        AdditiveMaternKernel kernel = _kernel!;
        KernelInputs inputs = _inputs!;
        Hyperparameters parameters = kernel.Hyperparameters;
        Cholesky.InvertLower(_matrix, _inverse, _size);
        Array.Clear(_solution);
        for (int i = 0; i < count; i++)
        {
            SimdMath.AddScaled(_residuals[i], _inverse.AsSpan(i * _size, _size), _solution, i + 1);
        }

        // The factor is no longer needed: its place takes K^-1.
        Cholesky.TransposedSquare(_inverse, _matrix, _size);
        Array.Clear(_sums);
        double trace = 0;
        double noiseTrace = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> inverseRow = _matrix.AsSpan(i * _size, _size);
            Array.Clear(_row);
            for (int j = 0; j < i; j++)
            {
                _row[j] = (_solution[i] * _solution[j]) - inverseRow[j];
            }

            double diagonal = (_solution[i] * _solution[i]) - inverseRow[i];
            trace += diagonal;
            noiseTrace += _points.NoiseWeight(i) * diagonal;
            inputs.CopyTo(i, _point);
            kernel.AddHyperparameterGradient(inputs, i, _point, _row, _sums);
        }

        // The sums hold the part below the diagonal, which counts twice; on the diagonal only the variances have a derivative.
        for (int k = 0; k < gradient.Length; k++)
        {
            gradient[k] = -SimdMath.Sum(_sums[k]) - Prior.LogDensitySlope(k, _logarithms[k]);
        }

        int shared = 2 * _points.Dimension;
        gradient[shared] -= 0.5 * trace * parameters.SignalVariance;
        gradient[shared + 1] -= 0.5 * trace * parameters.AdditiveVariance;
        gradient[shared + 2] -= 0.5 * noiseTrace * parameters.NoiseVariance;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillCovariances(AdditiveMaternKernel kernel, KernelInputs inputs)
    {
        Hyperparameters parameters = kernel.Hyperparameters;
        for (int i = 0; i < _points.Count; i++)
        {
            inputs.CopyTo(i, _point);
            Span<double> row = _matrix.AsSpan(i * _size, _size);
            kernel.Covariances(inputs, i, _point, row);
            row[i] = parameters.PriorVariance + (_points.NoiseWeight(i) * parameters.NoiseVariance);
        }

        Cholesky.Pad(_matrix, _points.Count, _size);
    }
}
