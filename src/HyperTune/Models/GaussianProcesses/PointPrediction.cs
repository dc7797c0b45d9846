using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>Predicts one point of a process and differentiates whatever is computed from the prediction.</summary>
internal sealed class PointPrediction
{
    private double[] _covariances = [];
    private double[] _slopes = [];
    private double[] _weights = [];
    private double[] _whitened = [];
    private double[] _factors = [];
    private KernelPoint _point = new(0);
    private int _stride;

    /// <summary>The mean at the point that was predicted last.</summary>
    public double Mean { get; private set; }

    /// <summary>The variance of the function, without noise, there.</summary>
    public double Variance { get; private set; }

    /// <summary>L^-1 k: the whitened covariances with the process's points; its last entries belong to the points without output.</summary>
    public ReadOnlySpan<double> Whitened => _whitened;

    /// <summary>Predicts a point.</summary>
    public void Predict(GaussianProcess process, ReadOnlySpan<double> point)
    {
        int count = process.Count;
        EnsureCapacity(count, point.Length);
        _point.Set(process.Kernel, point);
        process.Kernel.CovariancesWithSlopes(process.Inputs, count, _point, _covariances, _slopes, _stride);
        PackedTriangle.Multiply(process.Inverse, _covariances, _whitened, count);
        double explained = 0;
        for (int i = 0; i < count; i++)
        {
            explained += _whitened[i] * _whitened[i];
        }

        Mean = process.Mean + SimdMath.Dot(process.Solution, _covariances, process.OutputCount);
        Variance = Math.Max(0, process.PriorVariance - explained);
    }

    /// <summary>Adds the gradient, by the point predicted last, of a function of the prediction.</summary>
    /// <param name="process">The same process.</param>
    /// <param name="meanSlope">The function's derivative by the mean.</param>
    /// <param name="varianceSlope">Its derivative by the variance.</param>
    /// <param name="pendingSlopes">Its derivatives by the last entries of <see cref="Whitened"/>, those of the points without output.</param>
    /// <param name="gradient">Receives the sum.</param>
    public void AddGradient(
        GaussianProcess process,
        double meanSlope,
        double varianceSlope,
        ReadOnlySpan<double> pendingSlopes,
        Span<double> gradient)
    {
        // d variance = -2 v^T L^-1 dk and d v_i = (L^-1)_i dk, so that all of them are one combination of the rows of L^-1.
        int count = process.Count;
        Array.Clear(_weights);
        SimdMath.AddScaled(meanSlope, process.Solution, _weights, process.OutputCount);
        for (int i = 0; i < count; i++)
        {
            _factors[i] = -2 * varianceSlope * _whitened[i];
            if (i >= process.OutputCount)
            {
                _factors[i] += pendingSlopes[i - process.OutputCount];
            }
        }

        PackedTriangle.AddRows(process.Inverse, _factors, _weights, count);
        process.Kernel.AddGradient(process.Inputs, count, _point, _weights, _slopes, _stride, gradient);
    }

    private void EnsureCapacity(int count, int dimension)
    {
        if (_stride < count || _point.Coordinates.Length != dimension)
        {
            _stride = SimdMath.RoundUp(count + (count / 4));
            _point = new KernelPoint(dimension);
            _covariances = new double[_stride];
            _whitened = new double[_stride];
            _factors = new double[_stride];
            _weights = new double[_stride];
            _slopes = new double[(dimension + 1) * _stride];
        }
    }
}
