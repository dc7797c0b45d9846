using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace HyperTune;

/// <summary>The standard normal distribution: its distribution function, upper tail and quantiles.</summary>
internal static class NormalDistributionMath
{
    /// <summary>phi(z), the density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Constants.InvSqrt2Pi * Math.Exp(-0.5 * z * z);

    /// <summary>Phi(z), the probability of a value of at most <paramref name="z"/>.</summary>
    public static double Cdf(double z) => 0.5 * SpecialFunctions.Erfc(-z * Constants.Sqrt1Over2);

    /// <summary>Phi^-1(p), the value below which a draw falls with probability <paramref name="probability"/>.</summary>
    public static double Quantile(double probability) => Normal.InvCDF(0, 1, probability);
}
