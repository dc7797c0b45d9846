namespace HyperTune;

/// <summary>Elementary functions of single numbers in managed code.</summary>
/// <remarks>
/// <see cref="Math.Exp"/> belongs to the system's C library: its last digit differs between platforms, so a seed would not give the same draws everywhere,
/// and calling it out of code that has used wide vector registers can cost ten times the function itself. Here products are fused where written so, which
/// gives the same digits on every machine.
/// </remarks>
internal static class ScalarMath
{
    private const double Log2E = 1.4426950408889634074;
    private const double Ln2High = 0.69314718036912381649;
    private const double Ln2Low = 1.9082149292705877e-10;

    // Adding it leaves a number's nearest integer in the low bits of the mantissa.
    private const double RoundingShift = 6755399441055744;

    // Up to here the result and the power of two in it are normal numbers.
    private const double LargestExponent = 708;

    private const int MantissaBits = 52;

    /// <summary>exp(x), to about one unit in the last place.</summary>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) <= LargestExponent))
        {
            return Math.Exp(x);
        }

        // x = k ln 2 + f with |f| <= ln 2 / 2, ln 2 in two parts so that f keeps its digits.
        double shifted = Math.FusedMultiplyAdd(x, Log2E, RoundingShift);
        double k = shifted - RoundingShift;
        double f = Math.FusedMultiplyAdd(k, -Ln2Low, Math.FusedMultiplyAdd(k, -Ln2High, x));

        // exp(f) = 1 + f + f^2 r(f), r being Taylor's polynomial to the power 13 of f (the rest is below 1e-17), summed in pairs to shorten the chain of
        // dependent operations.
        double f2 = f * f;
        double f4 = f2 * f2;
        double r0 = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(f, 1.0 / 120, 1.0 / 24), f2, Math.FusedMultiplyAdd(f, 1.0 / 6, 1.0 / 2));
        double r4 = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(f, 1.0 / 362880, 1.0 / 40320), f2, Math.FusedMultiplyAdd(f, 1.0 / 5040, 1.0 / 720));
        double r8 = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(f, 1.0 / 6227020800, 1.0 / 479001600), f2, Math.FusedMultiplyAdd(f, 1.0 / 39916800, 1.0 / 3628800));
        double r = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(r8, f4, r4), f4, r0);
        double power = 1 + Math.FusedMultiplyAdd(f2, r, f);
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(power) + (BitConverter.DoubleToInt64Bits(shifted) << MantissaBits));
    }
}
