using System.Runtime.CompilerServices;
using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>
/// A Gaussian process with a constant mean that can be asked for its mean and variance anywhere. Observations are appended in O(n^2); the inverse of
/// the Cholesky factor is kept explicitly, so that a prediction is a product instead of a sequential solve.
/// </summary>
/// <remarks>
/// Points without an output may follow those with one: they shrink the variance as an observation would and leave the mean where it is, which is the
/// belief about trials that still run (the "Kriging believer").
/// Reference: C. Rasmussen and C. Williams, "Gaussian processes for machine learning", 2006, algorithm 2.1.
/// </remarks>
internal sealed class GaussianProcess
{
    private const double SmallestVariance = 1e-10;

    private readonly KernelInputs _inputs;
    private readonly KernelPoint _point;
    private double[] _inverse = [];
    private double[] _rowSums = [];
    private double[] _solution = [];
    private double[] _work = [];
    private double _jitter;

    /// <summary>Factors the covariance of the given points.</summary>
    /// <param name="kernel">The covariance function with the noise.</param>
    /// <param name="points">The inputs; the process takes them over.</param>
    public GaussianProcess(AdditiveMaternKernel kernel, PointSet points)
    {
        Kernel = kernel;
        _inputs = new KernelInputs(kernel, points);
        _point = new KernelPoint(points.Dimension);
        FactorAll();
    }

    /// <summary>The covariance function with the noise.</summary>
    public AdditiveMaternKernel Kernel { get; }

    /// <summary>The points.</summary>
    public KernelInputs Inputs => _inputs;

    /// <summary>The number of points, those without an output included.</summary>
    public int Count => _inputs.Points.Count;

    /// <summary>How many of the points, from the first on, have an output.</summary>
    public int OutputCount { get; private set; }

    /// <summary>The constant mean.</summary>
    public double Mean { get; private set; }

    /// <summary>The variance of the function before any observation.</summary>
    public double PriorVariance => Kernel.Hyperparameters.PriorVariance;

    /// <summary>K^-1 (y - m), with zeros for points without an output and up to the next whole vector.</summary>
    public ReadOnlySpan<double> Solution => _solution;

    /// <summary>The inverse Cholesky factor, row after row (see <see cref="PackedTriangle"/>).</summary>
    public ReadOnlySpan<double> Inverse => _inverse;

    /// <summary>Row <paramref name="index"/> of the inverse Cholesky factor.</summary>
    public ReadOnlySpan<double> InverseRow(int index) => _inverse.AsSpan(PackedTriangle.RowStart(index), index + 1);

    /// <summary>Appends a point in O(n^2).</summary>
    /// <param name="point">Its coordinates.</param>
    /// <param name="noiseWeight">What the noise variance of its output is multiplied by.</param>
    public void Append(ReadOnlySpan<double> point, double noiseWeight = 1)
    {
        int count = Count;
        EnsureCapacity(count + 1);
        _point.Set(Kernel, point);
        Kernel.Covariances(_inputs, count, _point, _work);

        // With k = K(X, x) and L^-1 at hand, the factor's new row is (L^-1 k, lambda) and the inverse's is (-(L^-1 k)^T L^-1, 1) / lambda.
        Span<double> row = _inverse.AsSpan(PackedTriangle.RowStart(count), count + 1);
        row.Clear();
        var components = new double[count];
        PackedTriangle.Multiply(_inverse, _work, components, count);
        double explained = 0;
        for (int i = 0; i < count; i++)
        {
            explained += components[i] * components[i];
            components[i] = -components[i];
        }

        PackedTriangle.AddRows(_inverse, components, row, count);

        double variance = Math.Max(SmallestVariance, PriorVariance + NoiseVariance(noiseWeight) - explained);
        double scale = 1 / Math.Sqrt(variance);
        row[count] = 1;
        for (int i = 0; i <= count; i++)
        {
            row[i] *= scale;
        }

        SumRow(count);
        _inputs.Points.Add(point, noiseWeight);
        _inputs.Refresh();
    }

    /// <summary>Forgets the points from number <paramref name="count"/> on.</summary>
    public void Truncate(int count)
    {
        _inputs.Truncate(count);
        OutputCount = Math.Min(OutputCount, count);
    }

    /// <summary>Gives the first points their outputs and finds the mean, in O(n^2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetOutputs(ReadOnlySpan<double> outputs)
    {
        OutputCount = outputs.Length;
        EnsureCapacity(Count);
        Array.Clear(_solution);
        double onesByOutputs = 0;
        double onesByOnes = 0;
        var whitened = new double[outputs.Length];
        PackedTriangle.Multiply(_inverse, outputs, whitened, outputs.Length);
        for (int i = 0; i < outputs.Length; i++)
        {
            onesByOutputs += _rowSums[i] * whitened[i];
            onesByOnes += _rowSums[i] * _rowSums[i];
        }

        Mean = onesByOutputs / onesByOnes;
        for (int i = 0; i < outputs.Length; i++)
        {
            whitened[i] -= Mean * _rowSums[i];
        }

        PackedTriangle.AddRows(_inverse, whitened, _solution, outputs.Length);
    }

    /// <summary>The mean at an observed point: the output without what the model takes for noise.</summary>
    /// <param name="index">The point's number.</param>
    /// <param name="output">Its output.</param>
    public double MeanAtObserved(int index, double output) => output - (NoiseVariance(_inputs.Points.NoiseWeight(index)) * _solution[index]);

    private double NoiseVariance(double weight) => (weight * Kernel.Hyperparameters.NoiseVariance) + _jitter;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FactorAll()
    {
        _inputs.Refresh();
        int size = Cholesky.PaddedSize(Count);
        var matrix = new double[size * size];
        _jitter = CovarianceFactor.Write(_inputs, Kernel, matrix, size);
        var inverse = new double[size * size];
        Cholesky.InvertLower(matrix, inverse, size);
        EnsureCapacity(Count);
        for (int i = 0; i < Count; i++)
        {
            inverse.AsSpan(i * size, i + 1).CopyTo(_inverse.AsSpan(PackedTriangle.RowStart(i)));
            SumRow(i);
        }
    }

    // L^-1 1, which every new set of outputs needs.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumRow(int index)
    {
        _rowSums[index] = 0;
        foreach (double value in InverseRow(index))
        {
            _rowSums[index] += value;
        }
    }

    private void EnsureCapacity(int count)
    {
        int padded = SimdMath.RoundUp(count);
        if (_solution.Length < padded)
        {
            int capacity = SimdMath.RoundUp(padded + (padded / 8));
            Array.Resize(ref _solution, capacity);
            Array.Resize(ref _rowSums, capacity);
            _work = new double[capacity];
            Array.Resize(ref _inverse, PackedTriangle.RowStart(capacity));
        }
    }
}
