using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <content>Derivatives by the point and by the hyperparameters.</content>
internal sealed partial class AdditiveMaternKernel
{
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
        Span<Vector256<double>> shared = sums[(2 * _dimension)..];
        Span<double> joint = stackalloc double[Block];
        Span<double> additive = stackalloc double[Block];
        for (int start = 0; start < count; start += Block)
        {
            int length = Math.Min(Block, SimdMath.RoundUp(count - start));
            ReadOnlySpan<double> blockWeights = weights[start..];
            joint.Clear();
            additive.Clear();
            for (int k = 0; k < NumericCount; k++)
            {
                sums[_dimension + k] = AddNumericDerivatives(inputs, start, length, x, k, joint, additive, blockWeights, sums[_dimension + k]);
            }

            for (int k = NumericCount; k < _dimension; k++)
            {
                AddCategorical(inputs, start, length, x, k, joint, additive);
                sums[_dimension + k] = SumOfAdditiveMismatches(inputs, start, length, x, k, blockWeights, sums[_dimension + k]);
            }

            // The derivative of s2 M by ln l_k is 5/3 s2 (1 + r) exp(-r) D_k / l_k^2, and of a smooth joint part s2 exp(-t^2/2) D_k / l_k^2: all but the last two
            // factors take the place of the squared distances.
            for (int i = 0; i < length; i += SimdMath.Width)
            {
                Vector256<double> weight = SimdMath.Load(blockWeights, i);
                Vector256<double> square = SimdMath.Load(joint, i);
                if (_isSmooth)
                {
                    Vector256<double> smooth = SquaredExponential(square) * _signal;
                    shared[0] = Vector256.FusedMultiplyAdd(weight, smooth, shared[0]);
                    shared[1] = Vector256.FusedMultiplyAdd(weight * _additive, SimdMath.Load(additive, i), shared[1]);
                    SimdMath.Store(weight * smooth * (1.0 / 5), joint, i);
                    continue;
                }

                Vector256<double> distance = Vector256.Sqrt(square);
                Vector256<double> decay = SimdMath.ExpOfNegative(-distance) * _signal;
                Vector256<double> linear = (Vector256.Create(1.0) + distance) * decay;
                shared[0] = Vector256.FusedMultiplyAdd(weight, Vector256.FusedMultiplyAdd(square * (1.0 / 3), decay, linear), shared[0]);
                shared[1] = Vector256.FusedMultiplyAdd(weight * _additive, SimdMath.Load(additive, i), shared[1]);
                SimdMath.Store(weight * linear * (1.0 / 3), joint, i);
            }

            for (int k = 0; k < NumericCount; k++)
            {
                sums[k] = SumOfSquares(inputs, start, length, x, k, joint, sums[k]);
            }

            for (int k = NumericCount; k < _dimension; k++)
            {
                sums[k] = SumOfMismatches(inputs, start, length, x, k, joint, sums[k]);
            }
        }
    }

    // As AddNumeric, and the sum of the additive part's derivatives by the logarithm of its length: with r = sqrt(5 D)/la, r^2 (1 + r) exp(-r) / 3.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<double> AddNumericDerivatives(
        KernelInputs inputs,
        int first,
        int length,
        KernelPoint x,
        int dimension,
        Span<double> joint,
        Span<double> additive,
        ReadOnlySpan<double> weights,
        Vector256<double> sum)
    {
        int place = (dimension * inputs.Points.Stride) + first;
        ReadOnlySpan<double> values = inputs.Points.Values[place..];
        ReadOnlySpan<double> decays = inputs.Decays[place..];
        ReadOnlySpan<double> growths = inputs.Growths[place..];
        Vector256<double> center = Vector256.Create(x.Coordinates[dimension]);
        Vector256<double> jointWeight = Vector256.Create(_jointWeights[dimension]);
        Vector256<double> rate = Vector256.Create(_additiveRates[dimension]);
        Vector256<double> growth = Vector256.Create(x.Growths[dimension]);
        Vector256<double> shrinkage = Vector256.Create(x.Decays[dimension]);
        for (int i = 0; i < length; i += SimdMath.Width)
        {
            Vector256<double> difference = SimdMath.Load(values, i) - center;
            SimdMath.Store(Vector256.FusedMultiplyAdd(difference * difference, jointWeight, SimdMath.Load(joint, i)), joint, i);
            Vector256<double> r = Vector256.Abs(difference) * rate;
            Vector256<double> third = r * r * (1.0 / 3);
            Vector256<double> decay = Vector256.Min(SimdMath.Load(decays, i) * growth, SimdMath.Load(growths, i) * shrinkage);
            Vector256<double> linear = (Vector256.Create(1.0) + r) * decay;
            SimdMath.Store(SimdMath.Load(additive, i) + Vector256.FusedMultiplyAdd(third, decay, linear), additive, i);
            sum = Vector256.FusedMultiplyAdd(SimdMath.Load(weights, i) * _additive, third * linear, sum);
        }

        return sum;
    }

    // The sum of the factors times the weighted squared differences.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<double> SumOfSquares(
        KernelInputs inputs, int first, int length, KernelPoint x, int dimension, ReadOnlySpan<double> factors, Vector256<double> sum)
    {
        ReadOnlySpan<double> values = inputs.Points.Values[((dimension * inputs.Points.Stride) + first)..];
        Vector256<double> center = Vector256.Create(x.Coordinates[dimension]);
        Vector256<double> weight = Vector256.Create(_jointWeights[dimension]);
        for (int i = 0; i < length; i += SimdMath.Width)
        {
            Vector256<double> difference = SimdMath.Load(values, i) - center;
            sum = Vector256.FusedMultiplyAdd(SimdMath.Load(factors, i) * difference, difference * weight, sum);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<double> SumOfMismatches(
        KernelInputs inputs, int first, int length, KernelPoint x, int dimension, ReadOnlySpan<double> factors, Vector256<double> sum)
    {
        ReadOnlySpan<double> values = inputs.Points.Values[((dimension * inputs.Points.Stride) + first)..];
        Vector256<double> category = Vector256.Create(x.Coordinates[dimension]);
        Vector256<double> weight = Vector256.Create(_jointWeights[dimension]);
        for (int i = 0; i < length; i += SimdMath.Width)
        {
            Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, i), category);
            sum += SimdMath.Load(factors, i) * Vector256.ConditionalSelect(equal, default, weight);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector256<double> SumOfAdditiveMismatches(
        KernelInputs inputs, int first, int length, KernelPoint x, int dimension, ReadOnlySpan<double> weights, Vector256<double> sum)
    {
        ReadOnlySpan<double> values = inputs.Points.Values[((dimension * inputs.Points.Stride) + first)..];
        double rate = _additiveRates[dimension];
        Vector256<double> category = Vector256.Create(x.Coordinates[dimension]);
        Vector256<double> slope = Vector256.Create(rate * rate * (1 + rate) * Math.Exp(-rate) / 3);
        for (int i = 0; i < length; i += SimdMath.Width)
        {
            Vector256<double> equal = Vector256.Equals(SimdMath.Load(values, i), category);
            sum = Vector256.FusedMultiplyAdd(SimdMath.Load(weights, i) * _additive, Vector256.ConditionalSelect(equal, default, slope), sum);
        }

        return sum;
    }
}
