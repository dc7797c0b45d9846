namespace HyperTune.Strategies.Gradient;

/// <summary>Where a local run stands.</summary>
/// <param name="Vector">The config.</param>
/// <param name="Point">Its coordinates.</param>
/// <param name="Value">The loss.</param>
/// <param name="Gradient">The derivatives by the coordinates, not a number where one is not known.</param>
internal sealed record LocalPoint(ReadOnlyMemory<double> Vector, double[] Point, double Value, double[] Gradient)
{
    /// <summary>The derivative along a direction; not a number where one of its parts is not known.</summary>
    public double Slope(ReadOnlySpan<double> direction)
    {
        double sum = 0;
        for (int i = 0; i < direction.Length; i++)
        {
            sum += direction[i] == 0 ? 0 : Gradient[i] * direction[i];
        }

        return sum;
    }
}
