using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperTune.Strategies.Tpe;

/// <summary>How much of a normal kernel falls into the cell of a discrete value, for eight kernels at once and to about six digits.</summary>
/// <remarks>
/// With the cell's middle c and half its width h in units of sqrt(2) standard deviations from the kernel's mean, twice the mass is
/// <code>
/// erf(c + h) - erf(c - h) = 4 h / sqrt(pi) exp(-c^2 + (2 x - 1) q / 3 - (4 x^2 + 8 x - 2) q^2 / 45 + 8 (8 x^3 + 24 x^2 + 6 x - 1) q^3 / 2835 + ...)
/// </code>
/// with x = c^2 and q = h^2: the logarithm of the Taylor series in h, which serves narrow cells, where a difference would lose all digits. The others' error
/// functions are scaled by exp(x^2) against underflow.
/// </remarks>
internal static class CellMass
{
    // Half a width up to which three terms are enough where a kernel still has something to say.
    private const float Narrow = 0.1f;
    private const float LogFourOverRootPi = 0.8139293f;

    /// <summary>ln(erf(c + h) - erf(c - h)).</summary>
    /// <param name="center">c, whose sign does not matter.</param>
    /// <param name="half">h; above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogDoubled(Vector256<float> center, Vector256<float> half)
    {
        center = Vector256.Abs(center);
        Vector256<float> narrow = OfNarrow(center, half);
        Vector256<float> isNarrow = Vector256.LessThan(half, Vector256.Create(Narrow));
        return isNarrow.AsInt32() == Vector256<int>.AllBitsSet
            ? narrow
            : Vector256.ConditionalSelect(isNarrow, narrow, OfWide(center, half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OfNarrow(Vector256<float> center, Vector256<float> half)
    {
        Vector256<float> q = half * half;

        // Where x q is large the kernel is astronomically far away, and the series would diverge.
        Vector256<float> x = Vector256.Min(center * center, Vector256<float>.One / q);
        Vector256<float> first = ((x + x) - Vector256<float>.One) * (1f / 3);
        Vector256<float> second = ((((4f * x) + Vector256.Create(8f)) * x) - Vector256.Create(2f)) * (1f / 45);
        Vector256<float> third = ((((((8f * x) + Vector256.Create(24f)) * x) + Vector256.Create(6f)) * x) - Vector256<float>.One) * (8f / 2835);
        Vector256<float> series = ((((third * q) - second) * q) + first) * q;
        return SinglePrecision.Log(half) + Vector256.Create(LogFourOverRootPi) - (center * center) + series;
    }

    private static Vector256<float> OfWide(Vector256<float> center, Vector256<float> half)
    {
        Vector256<float> near = center - half;
        Vector256<float> far = center + half;
        Vector256<float> nearScaled = ScaledComplement(Vector256.Abs(near));
        Vector256<float> farScaled = ScaledComplement(far);
        Vector256<float> beside = SinglePrecision.Log(nearScaled - (farScaled * SinglePrecision.ExpOfNegative(-4f * center * half))) - (near * near);
        Vector256<float> around = SinglePrecision.Log(
            Vector256.Create(2f) - (nearScaled * SinglePrecision.ExpOfNegative(-near * near)) - (farScaled * SinglePrecision.ExpOfNegative(-far * far)));
        return Vector256.ConditionalSelect(Vector256.LessThan(near, Vector256<float>.Zero), around, beside);
    }

    // exp(x^2) erfc(x) for x of at least 0, to about seven digits: the Chebyshev series of ScaledErrorFunction cut off and written in powers of t.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ScaledComplement(Vector256<float> x)
    {
        Vector256<float> t = (x - Vector256.Create(3f)) / (x + Vector256.Create(3f));
        Vector256<float> sum = Vector256.Create(7.731024e-5f);
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-9.2545167e-5f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-7.2645368e-4f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(1.87507912e-3f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(2.49911687e-3f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-2.376357644e-2f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(6.831656777e-2f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-0.1192752753f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(0.1296441143f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-4.756215693e-2f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-0.1356210694f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(1.253008056f));
        return sum / (Vector256<float>.One + x + x);
    }
}
