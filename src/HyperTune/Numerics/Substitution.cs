using System.Runtime.CompilerServices;

namespace HyperTune.Numerics;

/// <summary>Solves with the lower triangle of a Cholesky factor (see <see cref="Cholesky"/>), for when a few right-hand sides do not make up for its inverse.</summary>
internal static class Substitution
{
    /// <summary>Replaces b by the x with L x = b.</summary>
    /// <param name="lower">L, row-major.</param>
    /// <param name="size">The length of its rows.</param>
    /// <param name="vector">b, and then x; at most as long as a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(ReadOnlySpan<double> lower, int size, Span<double> vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            ReadOnlySpan<double> row = lower.Slice(i * size, i + 1);
            vector[i] = (vector[i] - SimdMath.Dot(row, vector, i)) / row[i];
        }
    }

    /// <summary>Replaces b by the x with L^T x = b.</summary>
    /// <param name="lower">L, row-major.</param>
    /// <param name="size">The length of its rows.</param>
    /// <param name="vector">b, and then x; at most as long as a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(ReadOnlySpan<double> lower, int size, Span<double> vector)
    {
        for (int i = vector.Length - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = lower.Slice(i * size, i + 1);
            vector[i] /= row[i];
            SimdMath.AddScaled(-vector[i], row, vector, i);
        }
    }
}
