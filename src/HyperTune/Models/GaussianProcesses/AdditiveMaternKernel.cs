using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>
/// The covariance of two points: a Matern-5/2 kernel over all dimensions plus the mean of one-dimensional Matern-5/2 kernels, each part with its own
/// length scales.
/// </summary>
/// <remarks>
/// <code>
/// k(x, x') = s2 M(sqrt(sum_i D_i / l_i^2)) + (sa / d) sum_i M(sqrt(D_i) / la_i),   M(t) = (1 + r + r^2/3) exp(-r),   r = sqrt(5) t
/// </code>
/// D_i is the squared difference on a numeric dimension, and 0 or 1 on a categorical one for equal or different values. Numeric dimensions come
/// first. A smooth kernel has the squared exponential exp(-t^2/2) in the place of the joint M. References: C. Rasmussen and C. Williams, "Gaussian
/// processes for machine learning", 2006, equations 4.9 and 4.17; D. Duvenaud et al., "Additive Gaussian processes", NeurIPS 2011.
/// </remarks>
internal sealed partial class AdditiveMaternKernel
{
    // So many points at a time: a loop over them has everything about a dimension in registers, and what is summed over the dimensions in the nearest cache.
    private const int Block = 64;

    private readonly int _dimension;
    private readonly bool _isSmooth;
    private readonly double _signal;
    private readonly double _additive;
    private readonly double[] _jointWeights;
    private readonly double[] _additiveRates;
    private readonly double[] _mismatchCovariances;

    /// <param name="hyperparameters">The length scales and variances.</param>
    /// <param name="numericCount">How many of the dimensions, from the first on, are numeric.</param>
    public AdditiveMaternKernel(Hyperparameters hyperparameters, int numericCount)
    {
        Hyperparameters = hyperparameters;
        _dimension = hyperparameters.Dimension;
        _isSmooth = hyperparameters.IsSmooth;
        NumericCount = numericCount;
        _signal = hyperparameters.SignalVariance;
        _additive = hyperparameters.AdditiveVariance / _dimension;
        _jointWeights = new double[_dimension];
        _additiveRates = new double[_dimension];
        _mismatchCovariances = new double[_dimension];
        for (int k = 0; k < _dimension; k++)
        {
            double length = hyperparameters.LengthScales[k];
            double rate = Math.Sqrt(5) / hyperparameters.AdditiveLengthScales[k];
            _jointWeights[k] = 5 / (length * length);
            _additiveRates[k] = rate;
            _mismatchCovariances[k] = (1 + rate + (rate * rate / 3)) * Math.Exp(-rate);
        }
    }

    /// <summary>The length scales and variances.</summary>
    public Hyperparameters Hyperparameters { get; }

    /// <summary>How many dimensions, from the first on, are numeric.</summary>
    public int NumericCount { get; }

    private bool IsAdditive => _additive > 0;

    /// <summary>exp(-sqrt(5) x / la) for values of a numeric coordinate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Decay(int dimension, Vector256<double> coordinates)
        => SimdMath.ExpOfNegative(coordinates * -_additiveRates[dimension]);

    /// <summary>Writes the covariances of <paramref name="x"/> with the first <paramref name="count"/> points.</summary>
    /// <param name="inputs">The points.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="x">The other point.</param>
    /// <param name="covariances">Receives them; room for <paramref name="count"/> rounded up to whole vectors.</param>
    public void Covariances(KernelInputs inputs, int count, KernelPoint x, Span<double> covariances)
        => CovariancesFrom(inputs, 0, count, x, covariances);

    /// <summary>Writes the covariances of <paramref name="x"/> with the points from number <paramref name="first"/>, a multiple of the vector width,
    /// on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CovariancesFrom(KernelInputs inputs, int first, int count, KernelPoint x, Span<double> covariances)
    {
        Span<double> joint = stackalloc double[Block];
        Span<double> additive = stackalloc double[Block];
        for (int start = 0; start < count; start += Block)
        {
            int length = Math.Min(Block, SimdMath.RoundUp(count - start));
            joint.Clear();
            additive.Clear();
            for (int k = 0; k < NumericCount; k++)
            {
                AddNumeric(inputs, first + start, length, x, k, joint, additive);
            }

            for (int k = NumericCount; k < _dimension; k++)
            {
                AddCategorical(inputs, first + start, length, x, k, joint, additive);
            }

            for (int i = 0; i < length; i += SimdMath.Width)
            {
                Vector256<double> square = SimdMath.Load(joint, i);
                Vector256<double> correlation = _isSmooth ? SquaredExponential(square) : Matern(Vector256.Sqrt(square));
                Vector256<double> covariance = (correlation * _signal) + (SimdMath.Load(additive, i) * _additive);
                SimdMath.Store(covariance, covariances, start + i);
            }
        }
    }

    /// <summary>As <see cref="Covariances"/>, and what <see cref="AddGradient"/> needs to differentiate them.</summary>
    /// <param name="inputs">The points.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="x">The other point.</param>
    /// <param name="covariances">Receives the covariances.</param>
    /// <param name="slopes">
    /// Receives one row for the joint part and one for each numeric dimension, <paramref name="slopeStride"/> apart; the covariance's derivative by
    /// x_k is (x_ik - x_k) times the joint slope over l_k^2 plus the dimension's own slope.
    /// </param>
    /// <param name="slopeStride">The length of a row, at least the count rounded up to whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CovariancesWithSlopes(
        KernelInputs inputs,
        int count,
        KernelPoint x,
        Span<double> covariances,
        Span<double> slopes,
        int slopeStride)
    {
        Span<double> joint = stackalloc double[Block];
        Span<double> additive = stackalloc double[Block];
        for (int start = 0; start < count; start += Block)
        {
            int length = Math.Min(Block, SimdMath.RoundUp(count - start));
            joint.Clear();
            additive.Clear();
            for (int k = 0; k < NumericCount; k++)
            {
                AddNumericWithSlopes(inputs, start, length, x, k, joint, additive, slopes[(((k + 1) * slopeStride) + start)..]);
            }

            for (int k = NumericCount; k < _dimension; k++)
            {
                AddCategorical(inputs, start, length, x, k, joint, additive);
            }

            for (int i = 0; i < length; i += SimdMath.Width)
            {
                Vector256<double> square = SimdMath.Load(joint, i);
                if (_isSmooth)
                {
                    Vector256<double> smooth = SquaredExponential(square) * _signal;
                    SimdMath.Store(smooth + (SimdMath.Load(additive, i) * _additive), covariances, start + i);
                    SimdMath.Store(smooth * (1.0 / 5), slopes, start + i);
                    continue;
                }

                Vector256<double> distance = Vector256.Sqrt(square);
                Vector256<double> decay = SimdMath.ExpOfNegative(-distance) * _signal;
                Vector256<double> linear = (Vector256.Create(1.0) + distance) * decay;
                Vector256<double> covariance = Vector256.FusedMultiplyAdd(square * (1.0 / 3), decay, linear);
                SimdMath.Store(covariance + (SimdMath.Load(additive, i) * _additive), covariances, start + i);
                SimdMath.Store(linear * (1.0 / 3), slopes, start + i);
            }
        }
    }

    // Adds what a numeric dimension contributes to the squared distances and to the sums of the additive part.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNumeric(KernelInputs inputs, int first, int length, KernelPoint x, int dimension, Span<double> joint, Span<double> additive)
    {
        int place = (dimension * inputs.Points.Stride) + first;
        ReadOnlySpan<double> values = inputs.Points.Values[place..];
        Vector256<double> center = Vector256.Create(x.Coordinates[dimension]);
        Vector256<double> weight = Vector256.Create(_jointWeights[dimension]);
        if (!IsAdditive)
        {
            for (int i = 0; i < length; i += SimdMath.Width)
            {
                Vector256<double> difference = SimdMath.Load(values, i) - center;
                SimdMath.Store(Vector256.FusedMultiplyAdd(difference * difference, weight, SimdMath.Load(joint, i)), joint, i);
            }

            return;
        }

        ReadOnlySpan<double> decays = inputs.Decays[place..];
        ReadOnlySpan<double> growths = inputs.Growths[place..];
        Vector256<double> rate = Vector256.Create(_additiveRates[dimension]);
        Vector256<double> growth = Vector256.Create(x.Growths[dimension]);
        Vector256<double> shrinkage = Vector256.Create(x.Decays[dimension]);
        for (int i = 0; i < length; i += SimdMath.Width)
        {
            Vector256<double> difference = SimdMath.Load(values, i) - center;
            SimdMath.Store(Vector256.FusedMultiplyAdd(difference * difference, weight, SimdMath.Load(joint, i)), joint, i);
            Vector256<double> decay = Vector256.Min(SimdMath.Load(decays, i) * growth, SimdMath.Load(growths, i) * shrinkage);
            Vector256<double> polynomial = Polynomial(Vector256.Abs(difference) * rate);
            SimdMath.Store(Vector256.FusedMultiplyAdd(polynomial, decay, SimdMath.Load(additive, i)), additive, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNumericWithSlopes(
        KernelInputs inputs, int first, int length, KernelPoint x, int dimension, Span<double> joint, Span<double> additive, Span<double> slopes)
    {
        if (!IsAdditive)
        {
            AddNumeric(inputs, first, length, x, dimension, joint, additive);
            return;
        }

        int place = (dimension * inputs.Points.Stride) + first;
        ReadOnlySpan<double> values = inputs.Points.Values[place..];
        ReadOnlySpan<double> decays = inputs.Decays[place..];
        ReadOnlySpan<double> growths = inputs.Growths[place..];
        Vector256<double> center = Vector256.Create(x.Coordinates[dimension]);
        Vector256<double> weight = Vector256.Create(_jointWeights[dimension]);
        Vector256<double> rate = Vector256.Create(_additiveRates[dimension]);
        Vector256<double> growth = Vector256.Create(x.Growths[dimension]);
        Vector256<double> shrinkage = Vector256.Create(x.Decays[dimension]);
        Vector256<double> slope = Vector256.Create(_additive * _additiveRates[dimension] * _additiveRates[dimension] / 3);
        for (int i = 0; i < length; i += SimdMath.Width)
        {
            Vector256<double> difference = SimdMath.Load(values, i) - center;
            SimdMath.Store(Vector256.FusedMultiplyAdd(difference * difference, weight, SimdMath.Load(joint, i)), joint, i);
            Vector256<double> r = Vector256.Abs(difference) * rate;
            Vector256<double> decay = Vector256.Min(SimdMath.Load(decays, i) * growth, SimdMath.Load(growths, i) * shrinkage);
            Vector256<double> linear = (Vector256.Create(1.0) + r) * decay;
            SimdMath.Store(SimdMath.Load(additive, i) + Vector256.FusedMultiplyAdd(r * r * (1.0 / 3), decay, linear), additive, i);
            SimdMath.Store(linear * slope, slopes, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddCategorical(KernelInputs inputs, int first, int length, KernelPoint x, int dimension, Span<double> joint, Span<double> additive)
    {
        ReadOnlySpan<double> values = inputs.Points.Values[((dimension * inputs.Points.Stride) + first)..];
        Vector256<double> category = Vector256.Create(x.Coordinates[dimension]);
        Vector256<double> weight = Vector256.Create(_jointWeights[dimension]);
        Vector256<double> mismatch = Vector256.Create(_mismatchCovariances[dimension]);
        for (int i = 0; i < length; i += SimdMath.Width)
        {
            Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, i), category);
            SimdMath.Store(SimdMath.Load(joint, i) + Vector256.ConditionalSelect(equal, default, weight), joint, i);
            SimdMath.Store(SimdMath.Load(additive, i) + Vector256.ConditionalSelect(equal, Vector256.Create(1.0), mismatch), additive, i);
        }
    }

    // 1 + r + r^2/3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Polynomial(Vector256<double> r)
        => Vector256.FusedMultiplyAdd(
            r, Vector256.FusedMultiplyAdd(r, Vector256.Create(1.0 / 3), Vector256.Create(1.0)), Vector256.Create(1.0));

    // exp(-t^2/2) of 5 t^2, which is what the weights of the joint part sum up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SquaredExponential(Vector256<double> square) => SimdMath.ExpOfNegative(square * -0.1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Matern(Vector256<double> r) => Polynomial(r) * SimdMath.ExpOfNegative(-r);
}
