namespace HyperTune.Tests.Numerics.Pareto;

/// <summary>Random vectors of losses, some with equal values, and slow references.</summary>
internal static class ParetoFronts
{
    /// <summary>Vectors with values from 0 to 1; of a coarse set, many are equal in some objective.</summary>
    public static List<double[]> Draw(ref RandomStream random, int count, int objectives, bool isCoarse)
    {
        var vectors = new List<double[]>();
        for (int i = 0; i < count; i++)
        {
            double[] vector = new double[objectives];
            for (int k = 0; k < objectives; k++)
            {
                vector[k] = isCoarse ? Math.Floor(random.NextUnit() * 5) / 5 : random.NextUnit();
            }

            vectors.Add(vector);
        }

        return vectors;
    }

    /// <summary>The dominated volume by inclusion and exclusion over all subsets.</summary>
    public static double Volume(List<double[]> vectors, double[] reference)
    {
        double volume = 0;
        for (int subset = 1; subset < 1 << vectors.Count; subset++)
        {
            double common = 1;
            for (int k = 0; k < reference.Length; k++)
            {
                double worst = double.NegativeInfinity;
                for (int i = 0; i < vectors.Count; i++)
                {
                    worst = (subset >> i & 1) == 1 ? Math.Max(worst, vectors[i][k]) : worst;
                }

                common *= Math.Max(0, reference[k] - worst);
            }

            volume += int.IsOddInteger(int.PopCount(subset)) ? common : -common;
        }

        return volume;
    }

    /// <summary>Whether one vector is nowhere worse than the other and somewhere better.</summary>
    public static bool IsDominated(double[] vector, double[] by)
        => by.Zip(vector).All(static pair => pair.First <= pair.Second) && by.Zip(vector).Any(static pair => pair.First < pair.Second);
}
