namespace HyperTune.Models.BestTrials;

/// <summary>Tells noise from roughness by trials that are close to each other.</summary>
/// <remarks>
/// A Gaussian process takes for noise what its kernel is too smooth for. Between two trials at distance 0, noise of variance v makes an expected squared
/// difference of 2 v, and roughness makes none. The closest pairs at hand come as near to that as the study allows. A jump between the two of some pairs makes
/// large differences, too, but few: the mean of the differences' roots sees many small ones where a mean of squares sees the few large ones.
/// References: J. Rice, "Bandwidth choice for nonparametric regression", Ann. Statist. 12, 1984 (noise from differences of neighbours); N. Cressie and D. Hawkins,
/// "Robust estimation of the variogram", Math. Geology 12, 1980 (the mean of roots, and its constants).
/// </remarks>
internal static class NeighbourDifferences
{
    /// <summary>The pairs' typical squared difference over what the noise alone lets expect.</summary>
    /// <param name="pairs">Disjoint pairs of trials that are close to each other, so that their differences are independent.</param>
    /// <param name="outputs">The trials' values.</param>
    /// <param name="noiseVariance">The variance that is taken for noise.</param>
    public static double NoiseRatio(ReadOnlySpan<(int First, int Second)> pairs, ReadOnlySpan<double> outputs, double noiseVariance)
    {
        double sum = 0;
        foreach ((int first, int second) in pairs)
        {
            sum += Math.Sqrt(Math.Abs(outputs[first] - outputs[second]));
        }

        double count = Math.Max(1, pairs.Length);
        return Math.Pow(sum / count, 4) / (0.457 + (0.494 / count)) / (2 * noiseVariance);
    }
}
