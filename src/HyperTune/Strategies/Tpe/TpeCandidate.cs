namespace HyperTune.Strategies.Tpe;

/// <summary>A point that may become the next suggestion.</summary>
/// <param name="width">The number of coordinates.</param>
internal sealed class TpeCandidate(int width)
{
    /// <summary>The coordinates: units of numbers, indices of categories, not a number where inactive.</summary>
    public double[] Point { get; } = new double[width];

    /// <summary>The bandwidths of the kernels that the numeric coordinates come from.</summary>
    public double[] Bandwidths { get; } = new double[width];

    /// <summary>The logarithm of the ratio of the two densities.</summary>
    public double Score { get; set; }
}
