namespace HyperTune;

/// <summary>
/// Draws a positive number whose logarithm is normal with the given mean and standard deviation, truncated to [<see cref="Low"/>, <see cref="High"/>].
/// </summary>
/// <param name="logMean">The mean of the natural logarithm; e to this power is the median before truncation. Finite.</param>
/// <param name="logStandardDeviation">The standard deviation of the natural logarithm. Finite and positive.</param>
public sealed class LogNormalAttribute(double logMean, double logStandardDeviation) : DistributionAttribute
{
    /// <summary>The mean of the natural logarithm before truncation.</summary>
    public double LogMean { get; } = logMean;

    /// <summary>The standard deviation of the natural logarithm before truncation.</summary>
    public double LogStandardDeviation { get; } = logStandardDeviation;

    /// <summary>The smallest value; at least 0 (1 on an integer property).</summary>
    /// <value>The default is 0. An integer property needs both limits.</value>
    public double Low { get; set; }

    /// <summary>The largest value.</summary>
    /// <value>The default is no upper limit. An integer property needs both limits.</value>
    public double High { get; set; } = double.PositiveInfinity;
}
