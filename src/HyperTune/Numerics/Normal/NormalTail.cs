namespace HyperTune.Numerics.Normal;

/// <summary>
/// Logarithms of the standard normal distribution's functions and their slopes, to about 12 digits as far in the lower tail as z^2 is a number: down
/// to about -1e154, where the functions themselves are 0 from -38.6 on.
/// </summary>
internal static class NormalTail
{
    /// <summary>ln sqrt(2 pi).</summary>
    public const double LogSqrtTwoPi = 0.91893853320467274178;

    private const double SqrtHalf = 0.70710678118654752440;
    private const double SqrtHalfPi = 1.2533141373155002512;
    private const double InverseSqrtTwoPi = 0.39894228040143267794;

    // The closed form of h(z)/phi(z), about 1/z^2, is a difference of numbers near 1 and has lost three of its fifteen digits here; below, ten terms
    // of its asymptotic series give all of them.
    private const double SeriesBelow = -25;
    private const int SeriesTerms = 10;

    /// <summary>ln Phi(z) and its derivative phi(z)/Phi(z).</summary>
    public static (double Value, double Slope) LogCdf(double z)
    {
        if (z < 0)
        {
            double tail = ScaledErrorFunction.Erfcx(-z * SqrtHalf);
            return (Math.Log(0.5 * tail) - (0.5 * z * z), 1 / (SqrtHalfPi * tail));
        }

        double upper = Cdf(-z);
        return (double.LogP1(-upper), InverseSqrtTwoPi * Math.Exp(-0.5 * z * z) / (1 - upper));
    }

    /// <summary>
    /// ln h(z), where h(z) = phi(z) + z Phi(z) is the expected improvement at a standard deviation of 1, with Phi(z)/h(z), its derivative, and
    /// phi(z)/h(z).
    /// </summary>
    /// <remarks>Reference: S. Ament et al., "Unexpected improvements to expected improvement for Bayesian optimization", NeurIPS 2023.</remarks>
    public static (double Value, double CdfRatio, double DensityRatio) LogImprovement(double z)
    {
        if (z > -1)
        {
            double density = InverseSqrtTwoPi * Math.Exp(-0.5 * z * z);
            double cdf = Cdf(z);
            double improvement = density + (z * cdf);
            return (Math.Log(improvement), cdf / improvement, density / improvement);
        }

        // h/phi = 1 + z sqrt(pi/2) erfcx(-z/sqrt 2) = 1/z^2 - 3/z^4 + 15/z^6 - ...
        double tail = SqrtHalfPi * ScaledErrorFunction.Erfcx(-z * SqrtHalf);
        double ratio = z < SeriesBelow ? Series(1 / (z * z)) : 1 + (z * tail);
        return ((-0.5 * z * z) - LogSqrtTwoPi + Math.Log(ratio), tail / ratio, 1 / ratio);
    }

    private static double Cdf(double z)
    {
        double tail = 0.5 * ScaledErrorFunction.Erfcx(Math.Abs(z) * SqrtHalf) * Math.Exp(-0.5 * z * z);
        return z < 0 ? tail : 1 - tail;
    }

    private static double Series(double inverseSquare)
    {
        double sum = 0;
        for (int k = SeriesTerms; k >= 1; k--)
        {
            sum = inverseSquare * (1 - (((2 * k) + 1) * sum));
        }

        return sum;
    }
}
