using MathNet.Numerics;
using MathNetNormal = MathNet.Numerics.Distributions.Normal;

namespace HyperTune.Numerics.Normal;

/// <summary>The standard normal distribution: its density, distribution function and quantiles.</summary>
internal static class StandardNormal
{
    /// <summary>phi(z), the density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Constants.InvSqrt2Pi * Math.Exp(-0.5 * z * z);

    /// <summary>Phi(z), the probability of a value of at most <paramref name="z"/>.</summary>
    public static double Cdf(double z) => 0.5 * SpecialFunctions.Erfc(-z * Constants.Sqrt1Over2);

    /// <summary>Phi^-1(p), the value below which a draw falls with probability <paramref name="probability"/>.</summary>
    public static double Quantile(double probability) => MathNetNormal.InvCDF(0, 1, probability);
}
