using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>Points prepared for one kernel.</summary>
/// <remarks>
/// The exponentials of the kernel's one-dimensional parts factor: exp(-c |x - y|) is the smaller of exp(-cx) exp(cy) and exp(cx) exp(-cy). With the
/// factors of each coordinate at hand, a pair of points costs one exponential instead of one a dimension. No factor overflows, because coordinates
/// lie in [0, 1] and length scales have a lower bound.
/// </remarks>
internal sealed class KernelInputs
{
    private AdditiveMaternKernel _kernel;
    private double[] _decays = [];
    private double[] _growths = [];
    private int _stride;
    private int _ready;

    public KernelInputs(AdditiveMaternKernel kernel, PointSet points)
    {
        _kernel = kernel;
        Points = points;
    }

    public PointSet Points { get; private set; }

    /// <summary>exp(-c x) of each numeric coordinate, laid out as <see cref="PointSet.Values"/>.</summary>
    public ReadOnlySpan<double> Decays => _decays;

    /// <summary>exp(c x) of each numeric coordinate, laid out as <see cref="PointSet.Values"/>.</summary>
    public ReadOnlySpan<double> Growths => _growths;

    /// <summary>Turns to other points or another kernel, in the memory that is there already.</summary>
    public void Reset(AdditiveMaternKernel kernel, PointSet points)
    {
        _kernel = kernel;
        Points = points;
        _ready = 0;
        Refresh();
    }

    /// <summary>Prepares the points added since the last call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Refresh()
    {
        if (_stride != Points.Stride)
        {
            _stride = Points.Stride;
            _ready = 0;
        }

        if (_decays.Length < _kernel.NumericCount * _stride)
        {
            _decays = new double[_kernel.NumericCount * _stride];
            _growths = new double[_kernel.NumericCount * _stride];
        }

        int first = _ready / SimdMath.Width * SimdMath.Width;
        for (int k = 0; k < _kernel.NumericCount; k++)
        {
            for (int i = first; i < Points.Count; i += SimdMath.Width)
            {
                int place = (k * _stride) + i;
                Vector256<double> decay = _kernel.Decay(k, SimdMath.Load(Points.Values, place));
                SimdMath.Store(decay, _decays, place);
                SimdMath.Store(Vector256.Create(1.0) / decay, _growths, place);
            }
        }

        _ready = Points.Count;
    }

    /// <summary>Forgets the points from number <paramref name="count"/> on.</summary>
    public void Truncate(int count)
    {
        Points.Truncate(count);
        _ready = Math.Min(_ready, count);
    }

    /// <summary>Writes one of the points, prepared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(int index, KernelPoint point)
    {
        Points.CopyTo(index, point.Coordinates);
        for (int k = 0; k < _kernel.NumericCount; k++)
        {
            point.Decays[k] = _decays[(k * _stride) + index];
            point.Growths[k] = _growths[(k * _stride) + index];
        }
    }
}
