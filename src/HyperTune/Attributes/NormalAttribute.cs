namespace HyperTune;

/// <summary>
/// Draws a number from the normal distribution with the given mean and standard deviation, truncated to [<see cref="Low"/>, <see cref="High"/>].
/// </summary>
/// <param name="mean">The mean before truncation. Finite.</param>
/// <param name="standardDeviation">The standard deviation before truncation. Finite and positive.</param>
public sealed class NormalAttribute(double mean, double standardDeviation) : DistributionAttribute
{
    /// <summary>The mean before truncation.</summary>
    public double Mean { get; } = mean;

    /// <summary>The standard deviation before truncation.</summary>
    public double StandardDeviation { get; } = standardDeviation;

    /// <summary>The smallest value.</summary>
    /// <value>The default is no lower limit. An integer property needs both limits.</value>
    public double Low { get; set; } = double.NegativeInfinity;

    /// <summary>The largest value.</summary>
    /// <value>The default is no upper limit. An integer property needs both limits.</value>
    public double High { get; set; } = double.PositiveInfinity;
}
