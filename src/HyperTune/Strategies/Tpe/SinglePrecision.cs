using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperTune.Strategies.Tpe;

/// <summary>Elementary functions of eight floats at once, to about seven digits.</summary>
/// <remarks>
/// The runtime's own compute in double precision, which takes several times as long and is lost on a sum of floats. Polynomials of S. Moshier's
/// Cephes library (<c>expf</c>, <c>logf</c>).
/// </remarks>
internal static class SinglePrecision
{
    // exp of it is about the smallest normal number.
    private const float SmallestExponent = -87f;
    private const float SmallestNormal = 1.17549435e-38f;
    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const float SqrtHalf = 0.707106781f;
    private const int MantissaBits = 23;
    private const int OneBits = 0x3F800000;

    // Adding it leaves a number's nearest integer in the low bits of the mantissa.
    private const float RoundingShift = 12582912f;

    /// <summary>exp(x) for x of at most 0; about 1e-38 for everything below -87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpOfNegative(Vector256<float> x)
    {
        x = Vector256.Max(x, Vector256.Create(SmallestExponent));
        Vector256<float> shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(Log2E), Vector256.Create(RoundingShift));
        Vector256<float> k = shifted - Vector256.Create(RoundingShift);
        Vector256<float> f = Vector256.FusedMultiplyAdd(k, Vector256.Create(-Ln2High), x);
        f = Vector256.FusedMultiplyAdd(k, Vector256.Create(-Ln2Low), f);
        Vector256<float> sum = Vector256.Create(1.9875691500e-4f);
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(1.3981999507e-3f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(8.3334519073e-3f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(4.1665795894e-2f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(1.6666665459e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(5.0000001201e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f * f, f) + Vector256<float>.One;
        return (sum.AsInt32() + Vector256.ShiftLeft(shifted.AsInt32(), MantissaBits)).AsSingle();
    }

    /// <summary>ln(x) for a normal number above 0; anything else gives some finite number far below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        // x = 2^k m with m from sqrt(1/2) to sqrt(2).
        Vector256<int> bits = Vector256.Max(x, Vector256.Create(SmallestNormal)).AsInt32();
        bits += Vector256.Create(OneBits - BitConverter.SingleToInt32Bits(SqrtHalf));
        Vector256<float> k = Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(bits, MantissaBits) - Vector256.Create(127));
        Vector256<float> f = ((bits & Vector256.Create(0x007FFFFF)) + Vector256.Create(BitConverter.SingleToInt32Bits(SqrtHalf))).AsSingle() - Vector256<float>.One;
        Vector256<float> z = f * f;
        Vector256<float> sum = Vector256.Create(7.0376836292e-2f);
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(-1.1514610310e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(1.1676998740e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(-1.2420140846e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(1.4249322787e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(-1.6668057665e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(2.0000714765e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(-2.4999993993e-1f));
        sum = Vector256.FusedMultiplyAdd(sum, f, Vector256.Create(3.3333331174e-1f));
        sum = sum * f * z;
        sum = Vector256.FusedMultiplyAdd(k, Vector256.Create(Ln2Low), sum);
        sum = Vector256.FusedMultiplyAdd(z, Vector256.Create(-0.5f), sum);
        return Vector256.FusedMultiplyAdd(k, Vector256.Create(Ln2High), f + sum);
    }
}
