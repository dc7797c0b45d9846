namespace HyperTune;

/// <summary>Draws a number uniformly from [<see cref="Low"/>, <see cref="High"/>], both ends included.</summary>
/// <remarks>
/// For <see cref="double"/>, <see cref="float"/>, <see cref="Half"/>, <see cref="decimal"/>, the integer types from <see cref="sbyte"/> to
/// <see cref="ulong"/> and <see cref="TimeSpan"/> (bounds in seconds). All integers in the range are equally likely.
/// </remarks>
/// <param name="low">The smallest value. Finite; below <paramref name="high"/>; integral on an integer property.</param>
/// <param name="high">The largest value. Finite; integral on an integer property.</param>
public sealed class UniformAttribute(double low, double high) : DistributionAttribute
{
    /// <summary>The smallest value.</summary>
    public double Low { get; } = low;

    /// <summary>The largest value.</summary>
    public double High { get; } = high;

    /// <summary>The distance between neighbouring values. It must be positive and divide <see cref="High"/> - <see cref="Low"/>.</summary>
    /// <value>The default is 1 for integers; every other number is continuous unless this is set.</value>
    public double Step { get; set; }
}
