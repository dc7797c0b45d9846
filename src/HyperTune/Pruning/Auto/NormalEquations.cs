namespace HyperTune.Pruning.Auto;

/// <summary>The few equations of a regression, solved without an allocation, since trials wait for them.</summary>
internal static class NormalEquations
{
    /// <summary>Puts the Cholesky factor of a matrix into its lower triangle.</summary>
    /// <param name="a">The matrix, row by row; only its lower triangle counts.</param>
    /// <param name="width">The number of rows.</param>
    /// <returns><see langword="false"/> where it is not positive definite.</returns>
    public static bool TryFactor(Span<double> a, int width)
    {
        for (int j = 0; j < width; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                double sum = a[(j * width) + k];
                for (int i = 0; i < k; i++)
                {
                    sum -= a[(j * width) + i] * a[(k * width) + i];
                }

                if (k < j)
                {
                    a[(j * width) + k] = sum / a[(k * width) + k];
                }
                else if (sum > 0)
                {
                    a[(j * width) + j] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Solves the equations in place.</summary>
    /// <param name="factor">The factor, from <see cref="TryFactor"/>.</param>
    /// <param name="x">The right side; receives the solution.</param>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> x)
    {
        int width = x.Length;
        for (int j = 0; j < width; j++)
        {
            for (int k = 0; k < j; k++)
            {
                x[j] -= factor[(j * width) + k] * x[k];
            }

            x[j] /= factor[(j * width) + j];
        }

        for (int j = width - 1; j >= 0; j--)
        {
            for (int k = j + 1; k < width; k++)
            {
                x[j] -= factor[(k * width) + j] * x[k];
            }

            x[j] /= factor[(j * width) + j];
        }
    }
}
