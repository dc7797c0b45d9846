using System.Numerics;

namespace HyperTune.Benchmarks;

/// <summary>e^x to far more digits than a double holds, slowly: what errors of fast routines are measured against.</summary>
internal static class ExactExponential
{
    // Numbers are integers over 2^200. Halving the argument and squaring the result as often costs so many bits, of which there are plenty.
    private const int FractionBits = 200;
    private const int Halvings = 24;

    private static readonly BigInteger One = BigInteger.One << FractionBits;

    /// <summary>By which share of e^x <paramref name="approximation"/> misses it; x is finite.</summary>
    public static double RelativeError(double x, double approximation)
    {
        BigInteger power = Exponential(Fixed(Math.Abs(x)));
        BigInteger value = Fixed(approximation);
        BigInteger quotient = x < 0 ? (value * power) >> FractionBits : (value << FractionBits) / power;
        return (double)(quotient - One) / Math.ScaleB(1, FractionBits);
    }

    private static BigInteger Exponential(BigInteger x)
    {
        x >>= Halvings;
        BigInteger term = One;
        BigInteger sum = One;
        for (int k = 1; !term.IsZero; k++)
        {
            term = ((term * x) >> FractionBits) / k;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++)
        {
            sum = (sum * sum) >> FractionBits;
        }

        return sum;
    }

    private static BigInteger Fixed(double value)
    {
        int exponent = Math.ILogB(value == 0 ? 1 : value) - 52;
        var mantissa = new BigInteger(Math.ScaleB(value, -exponent));
        return exponent + FractionBits >= 0 ? mantissa << (exponent + FractionBits) : mantissa >> -(exponent + FractionBits);
    }
}
