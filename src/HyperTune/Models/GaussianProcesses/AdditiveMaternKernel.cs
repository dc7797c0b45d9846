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
/// first. References: C. Rasmussen and C. Williams, "Gaussian processes for machine learning", 2006, equation 4.17; D. Duvenaud et al., "Additive
/// Gaussian processes", NeurIPS 2011.
/// </remarks>
internal sealed class AdditiveMaternKernel
{
    private readonly int _dimension;
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
        NumericCount = numericCount;
        _signal = hyperparameters.SignalVariance;
        _additive = hyperparameters.AdditiveVariance / _dimension;
        _jointWeights = [.. hyperparameters.LengthScales.Select(static length => 5 / (length * length))];
        _additiveRates = [.. hyperparameters.AdditiveLengthScales.Select(static length => Math.Sqrt(5) / length)];
        _mismatchCovariances = [.. _additiveRates.Select(static rate => (1 + rate + (rate * rate / 3)) * Math.Exp(-rate))];
    }

    /// <summary>The length scales and variances.</summary>
    public Hyperparameters Hyperparameters { get; }

    /// <summary>How many dimensions, from the first on, are numeric.</summary>
    public int NumericCount { get; }

    private bool IsAdditive => _additive > 0;

    /// <summary>exp(-sqrt(5) x / la) for values of a numeric coordinate.</summary>
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
        int stride = inputs.Points.Stride;
        ReadOnlySpan<double> values = inputs.Points.Values[first..];
        for (int i = 0; i < count; i += SimdMath.Width)
        {
            Vector256<double> joint = default;
            Vector256<double> additive = default;
            for (int k = 0; k < NumericCount; k++)
            {
                Vector256<double> difference = SimdMath.Load(values, (k * stride) + i) - Vector256.Create(x.Coordinates[k]);
                joint = Vector256.FusedMultiplyAdd(difference * difference, Vector256.Create(_jointWeights[k]), joint);
                if (IsAdditive)
                {
                    Vector256<double> r = Vector256.Abs(difference) * _additiveRates[k];
                    additive = Vector256.FusedMultiplyAdd(Polynomial(r), Decay(inputs, (k * stride) + first + i, x, k), additive);
                }
            }

            for (int k = NumericCount; k < _dimension; k++)
            {
                Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, (k * stride) + i), Vector256.Create(x.Coordinates[k]));
                joint += Vector256.ConditionalSelect(equal, default, Vector256.Create(_jointWeights[k]));
                additive += Vector256.ConditionalSelect(equal, Vector256.Create(1.0), Vector256.Create(_mismatchCovariances[k]));
            }

            SimdMath.Store((Matern(Vector256.Sqrt(joint)) * _signal) + (additive * _additive), covariances, i);
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
        int stride = inputs.Points.Stride;
        ReadOnlySpan<double> values = inputs.Points.Values;
        for (int i = 0; i < count; i += SimdMath.Width)
        {
            Vector256<double> joint = default;
            Vector256<double> additive = default;
            for (int k = 0; k < NumericCount; k++)
            {
                Vector256<double> difference = SimdMath.Load(values, (k * stride) + i) - Vector256.Create(x.Coordinates[k]);
                joint = Vector256.FusedMultiplyAdd(difference * difference, Vector256.Create(_jointWeights[k]), joint);
                if (IsAdditive)
                {
                    Vector256<double> r = Vector256.Abs(difference) * _additiveRates[k];
                    Vector256<double> decay = Decay(inputs, (k * stride) + i, x, k);
                    Vector256<double> linear = (Vector256.Create(1.0) + r) * decay;
                    additive += Vector256.FusedMultiplyAdd(r * r * (1.0 / 3), decay, linear);
                    SimdMath.Store(linear * (_additive * _additiveRates[k] * _additiveRates[k] / 3), slopes, ((k + 1) * slopeStride) + i);
                }
            }

            for (int k = NumericCount; k < _dimension; k++)
            {
                Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, (k * stride) + i), Vector256.Create(x.Coordinates[k]));
                joint += Vector256.ConditionalSelect(equal, default, Vector256.Create(_jointWeights[k]));
                additive += Vector256.ConditionalSelect(equal, Vector256.Create(1.0), Vector256.Create(_mismatchCovariances[k]));
            }

            Vector256<double> distance = Vector256.Sqrt(joint);
            Vector256<double> jointDecay = SimdMath.ExpOfNegative(-distance) * _signal;
            Vector256<double> jointLinear = (Vector256.Create(1.0) + distance) * jointDecay;
            Vector256<double> covariance = Vector256.FusedMultiplyAdd(joint * (1.0 / 3), jointDecay, jointLinear);
            SimdMath.Store(covariance + (additive * _additive), covariances, i);
            SimdMath.Store(jointLinear * (1.0 / 3), slopes, i);
        }
    }

    /// <summary>Adds to <paramref name="gradient"/> the derivative by x of the sum of the covariances, each times its weight.</summary>
    /// <param name="inputs">The points.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="x">The other point.</param>
    /// <param name="weights">The weight of each covariance; 0 from the count up to the next whole vector.</param>
    /// <param name="slopes">What <see cref="CovariancesWithSlopes"/> wrote for the same points and x.</param>
    /// <param name="slopeStride">The length of a row of slopes.</param>
    /// <param name="gradient">Receives the sum; its entries for categorical dimensions stay.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddGradient(
        KernelInputs inputs,
        int count,
        KernelPoint x,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> slopes,
        int slopeStride,
        Span<double> gradient)
    {
        int stride = inputs.Points.Stride;
        ReadOnlySpan<double> values = inputs.Points.Values;
        for (int k = 0; k < NumericCount; k++)
        {
            Vector256<double> sum = default;
            Vector256<double> center = Vector256.Create(x.Coordinates[k]);
            Vector256<double> jointWeight = Vector256.Create(_jointWeights[k]);
            for (int i = 0; i < count; i += SimdMath.Width)
            {
                Vector256<double> slope = SimdMath.Load(slopes, i) * jointWeight;
                if (IsAdditive)
                {
                    slope += SimdMath.Load(slopes, ((k + 1) * slopeStride) + i);
                }

                Vector256<double> weight = SimdMath.Load(weights, i) * slope;
                sum = Vector256.FusedMultiplyAdd(weight, SimdMath.Load(values, (k * stride) + i) - center, sum);
            }

            gradient[k] += SimdMath.Sum(sum);
        }
    }

    /// <summary>
    /// Adds to <paramref name="sums"/> the derivatives by the logarithms of the hyperparameters of the sum of the covariances of <paramref
    /// name="x"/> with the first <paramref name="count"/> points, each times its weight.
    /// </summary>
    /// <param name="inputs">The points.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="x">The other point.</param>
    /// <param name="weights">The weight of each covariance; 0 from the count up to the next whole vector.</param>
    /// <param name="sums">One vector of partial sums a hyperparameter, in the order of
    /// <c>Hyperparameters.FromLogarithms</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddHyperparameterGradient(
        KernelInputs inputs,
        int count,
        KernelPoint x,
        ReadOnlySpan<double> weights,
        Span<Vector256<double>> sums)
    {
        int stride = inputs.Points.Stride;
        ReadOnlySpan<double> values = inputs.Points.Values;
        Span<Vector256<double>> jointSums = sums[.._dimension];
        Span<Vector256<double>> additiveSums = sums.Slice(_dimension, _dimension);
        Span<Vector256<double>> shared = sums[(2 * _dimension)..];
        for (int i = 0; i < count; i += SimdMath.Width)
        {
            Vector256<double> weight = SimdMath.Load(weights, i);
            Vector256<double> additiveWeight = weight * _additive;
            Vector256<double> joint = default;
            Vector256<double> additive = default;
            for (int k = 0; k < NumericCount; k++)
            {
                // With r = sqrt(5 D)/la, the derivative of M by ln la is r^2 (1 + r) exp(-r) / 3.
                Vector256<double> difference = SimdMath.Load(values, (k * stride) + i) - Vector256.Create(x.Coordinates[k]);
                joint = Vector256.FusedMultiplyAdd(difference * difference, Vector256.Create(_jointWeights[k]), joint);
                Vector256<double> r = Vector256.Abs(difference) * _additiveRates[k];
                Vector256<double> third = r * r * (1.0 / 3);
                Vector256<double> decay = Decay(inputs, (k * stride) + i, x, k);
                Vector256<double> linear = (Vector256.Create(1.0) + r) * decay;
                additive += Vector256.FusedMultiplyAdd(third, decay, linear);
                additiveSums[k] = Vector256.FusedMultiplyAdd(additiveWeight, third * linear, additiveSums[k]);
            }

            for (int k = NumericCount; k < _dimension; k++)
            {
                double rate = _additiveRates[k];
                Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, (k * stride) + i), Vector256.Create(x.Coordinates[k]));
                joint += Vector256.ConditionalSelect(equal, default, Vector256.Create(_jointWeights[k]));
                additive += Vector256.ConditionalSelect(equal, Vector256.Create(1.0), Vector256.Create(_mismatchCovariances[k]));
                Vector256<double> slope = Vector256.Create(rate * rate * (1 + rate) * Math.Exp(-rate) / 3);
                additiveSums[k] = Vector256.FusedMultiplyAdd(additiveWeight, Vector256.ConditionalSelect(equal, default, slope), additiveSums[k]);
            }

            Vector256<double> distance = Vector256.Sqrt(joint);
            Vector256<double> jointDecay = SimdMath.ExpOfNegative(-distance) * _signal;
            Vector256<double> jointLinear = (Vector256.Create(1.0) + distance) * jointDecay;
            shared[0] = Vector256.FusedMultiplyAdd(weight, Vector256.FusedMultiplyAdd(joint * (1.0 / 3), jointDecay, jointLinear), shared[0]);
            shared[1] = Vector256.FusedMultiplyAdd(additiveWeight, additive, shared[1]);

            // The derivative of s2 M by ln l_k is 5/3 s2 (1 + r) exp(-r) D_k / l_k^2.
            Vector256<double> common = weight * jointLinear * (1.0 / 3);
            for (int k = 0; k < NumericCount; k++)
            {
                Vector256<double> difference = SimdMath.Load(values, (k * stride) + i) - Vector256.Create(x.Coordinates[k]);
                jointSums[k] = Vector256.FusedMultiplyAdd(common * difference, difference * _jointWeights[k], jointSums[k]);
            }

            for (int k = NumericCount; k < _dimension; k++)
            {
                Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, (k * stride) + i), Vector256.Create(x.Coordinates[k]));
                jointSums[k] += common * Vector256.ConditionalSelect(equal, default, Vector256.Create(_jointWeights[k]));
            }
        }
    }

    // exp(-r) from its factors.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Decay(KernelInputs inputs, int place, KernelPoint x, int dimension)
        => Vector256.Min(
            SimdMath.Load(inputs.Decays, place) * x.Growths[dimension],
            SimdMath.Load(inputs.Growths, place) * x.Decays[dimension]);

    // 1 + r + r^2/3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Polynomial(Vector256<double> r)
        => Vector256.FusedMultiplyAdd(
            r, Vector256.FusedMultiplyAdd(r, Vector256.Create(1.0 / 3), Vector256.Create(1.0)), Vector256.Create(1.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Matern(Vector256<double> r) => Polynomial(r) * SimdMath.ExpOfNegative(-r);
}
