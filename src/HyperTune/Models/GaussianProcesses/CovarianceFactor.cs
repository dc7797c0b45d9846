using System.Runtime.CompilerServices;
using HyperTune.Numerics;

namespace HyperTune.Models.GaussianProcesses;

/// <summary>The Cholesky factor of the covariance of observations.</summary>
internal static class CovarianceFactor
{
    private const double FirstJitter = 1e-8;
    private const double LargestJitter = 1e-2;

    /// <summary>Writes the factor.</summary>
    /// <param name="inputs">The points, prepared for the kernel.</param>
    /// <param name="kernel">The covariance function with the noise.</param>
    /// <param name="matrix">Receives the factor, row-major.</param>
    /// <param name="size">The length of its rows, by <see cref="Cholesky.PaddedSize"/>.</param>
    /// <returns>The variance that had to be added to that of the noise for the matrix to be positive definite.</returns>
    /// <exception cref="InvalidOperationException">It took too much of that.</exception>
    public static double Write(KernelInputs inputs, AdditiveMaternKernel kernel, Span<double> matrix, int size)
    {
        double added = 0;
        var point = new KernelPoint(inputs.Points.Dimension);
        for (double jitter = FirstJitter; !TryWrite(inputs, kernel, point, added, matrix, size); jitter *= 10)
        {
            if (jitter > LargestJitter)
            {
                throw new InvalidOperationException("The covariance of the observed trials is not positive definite.");
            }

            added = jitter * kernel.Hyperparameters.PriorVariance;
        }

        return added;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryWrite(KernelInputs inputs, AdditiveMaternKernel kernel, KernelPoint point, double added, Span<double> matrix, int size)
    {
        Hyperparameters parameters = kernel.Hyperparameters;
        for (int i = 0; i < inputs.Points.Count; i++)
        {
            inputs.CopyTo(i, point);
            Span<double> row = matrix.Slice(i * size, size);
            kernel.Covariances(inputs, i, point, row);
            row[i] = parameters.PriorVariance + ((inputs.Points.NoiseWeight(i) * parameters.NoiseVariance) + added);
        }

        Cholesky.Pad(matrix, inputs.Points.Count, size);
        return Cholesky.TryFactor(matrix, size);
    }
}
