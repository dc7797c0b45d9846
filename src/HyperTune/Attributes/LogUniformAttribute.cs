namespace HyperTune;

/// <summary>
/// Draws a number whose logarithm is uniform in [ln <see cref="Low"/>, ln <see cref="High"/>], both ends included, so that each decade is equally likely.
/// </summary>
/// <param name="low">The smallest value. Finite; above 0; below <paramref name="high"/>; at least 1 on an integer property.</param>
/// <param name="high">The largest value. Finite.</param>
public sealed class LogUniformAttribute(double low, double high) : DistributionAttribute
{
    /// <summary>The smallest value.</summary>
    public double Low { get; } = low;

    /// <summary>The largest value.</summary>
    public double High { get; } = high;
}
