using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperTune;

/// <summary>The exponential function of eight numbers at once, for sums of densities.</summary>
internal static class VectorExp
{
    /// <summary>Below this, results are the exponential of this, about 1e-38, which is nothing in a sum whose largest term is 1.</summary>
    public const float Smallest = -87;

    // ln 2 in two parts: the first one has trailing zero bits, so that its small multiples are exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const float Log2E = 1.44269504f;

    /// <summary>e^x with a relative error of at most 3e-7 for x from <see cref="Smallest"/> to 0.</summary>
    /// <remarks>x = n ln 2 + r with |r| at most ln 2 / 2; e^r by its Taylor polynomial of degree 6, whose error there is below 1.3e-7; 2^n by the
    /// exponent's bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> OfNonPositive(Vector256<float> x)
    {
        x = Vector256.Max(x, Vector256.Create(Smallest));
        Vector256<float> n = Vector256.Round(x * Log2E);
        Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-Ln2High), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-Ln2Low), r);
        Vector256<float> p = Vector256.Create(1 / 720f);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 120f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 24f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1 / 6f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.5f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<float>.One);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<float>.One);
        Vector256<int> exponent = Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23);
        return p * exponent.AsSingle();
    }
}
