using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Models.BestTrials;

/// <summary>Tells noise from roughness by trials that are close to each other.</summary>
/// <remarks>
/// A Gaussian process takes for noise what its kernel is too smooth for. Between two trials at distance 0, noise of variance v makes an expected squared
/// difference of 2 v, and roughness makes none. The closest pairs at hand come as near to that as the study allows.
/// Reference: J. Rice, "Bandwidth choice for nonparametric regression", Ann. Statist. 12, 1984 (noise from differences of neighbours).
/// </remarks>
internal static class NeighbourDifferences
{
    private const int MostPairs = 8;

    /// <summary>The mean squared difference of the closest pairs over what the noise alone lets expect.</summary>
    /// <param name="points">The trials' points.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="outputs">The trials' values.</param>
    /// <param name="noiseVariance">The variance that is taken for noise.</param>
    public static double NoiseRatio(PointSet points, int numericCount, ReadOnlySpan<double> outputs, double noiseVariance)
    {
        var squares = new double[outputs.Length];
        var nearest = new (double Distance, int First, int Second)[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            nearest[i] = (double.PositiveInfinity, i, i);
            points.SquaredDistances(i, numericCount, squares);
            for (int j = 0; j < outputs.Length; j++)
            {
                if (j != i && squares[j] < nearest[i].Distance)
                {
                    nearest[i] = (squares[j], i, j);
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
}
