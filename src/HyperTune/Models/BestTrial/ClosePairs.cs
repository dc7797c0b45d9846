namespace HyperTune;

/// <summary>Tells noise from roughness by trials that are close to each other.</summary>
/// <remarks>
/// A Gaussian process takes for noise what its kernel is too smooth for. Between two trials at distance 0, noise of variance v makes an expected squared
/// difference of 2 v, and roughness makes none. The closest pairs at hand come as near to that as the study allows.
/// Reference: J. Rice, "Bandwidth choice for nonparametric regression", Ann. Statist. 12, 1984 (noise from differences of neighbours).
/// </remarks>
internal static class ClosePairs
{
    private const int MostPairs = 8;

    /// <summary>The mean squared difference of the closest pairs over what the noise alone lets expect.</summary>
    /// <param name="points">The trials' points.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The trials' values.</param>
    /// <param name="noiseVariance">The variance that is taken for noise.</param>
    public static double NoiseRatio(PointSet points, int numericCount, ReadOnlySpan<double> outputs, double noiseVariance)
    {
        var nearest = new (double Distance, int First, int Second)[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            nearest[i] = (double.PositiveInfinity, i, i);
            for (int j = 0; j < outputs.Length; j++)
            {
                double distance = i == j ? double.PositiveInfinity : SquaredDistance(points, numericCount, i, j);
                if (distance < nearest[i].Distance)
                {
                    nearest[i] = (distance, i, j);
                }
            }
        }

        Array.Sort(nearest);
        var isUsed = new bool[outputs.Length];
        double sum = 0;
        int pairs = 0;
        foreach ((_, int first, int second) in nearest)
        {
            // Disjoint pairs, so that their differences are independent.
            if (pairs < MostPairs && !isUsed[first] && !isUsed[second])
            {
                isUsed[first] = isUsed[second] = true;
                double difference = outputs[first] - outputs[second];
                sum += difference * difference;
                pairs++;
            }
        }

        return sum / (2 * noiseVariance * Math.Max(1, pairs));
    }

    private static double SquaredDistance(PointSet points, int numericCount, int first, int second)
    {
        double sum = 0;
        for (int k = 0; k < points.Dimension; k++)
        {
            double difference = points.Values[(k * points.Stride) + first] - points.Values[(k * points.Stride) + second];
            sum += k < numericCount ? difference * difference : difference == 0 ? 0 : 1;
        }

        return sum;
    }
}
