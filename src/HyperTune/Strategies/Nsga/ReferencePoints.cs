namespace HyperTune.Strategies.Nsga;

/// <summary>Evenly spread directions. Das and Dennis, "Normal-boundary intersection", 1998.</summary>
internal static class ReferencePoints
{
    /// <summary>All points whose coordinates are multiples of one over the divisions and sum to 1.</summary>
    /// <param name="objectives">The number of coordinates; at least 1.</param>
    /// <param name="divisions">The number of parts of each; at least 1.</param>
    public static double[][] OnSimplex(int objectives, int divisions)
    {
        var points = new List<double[]>();
        Fill(new double[objectives], 0, divisions, divisions, points);
        return [.. points];
    }

    /// <summary>The most divisions that give no more points than there are trials; at least one.</summary>
    public static int DivisionsFor(int objectives, int trials)
    {
        int divisions = 1;
        while (Count(objectives, divisions + 1) <= trials)
        {
            divisions++;
        }

        return divisions;
    }

    // Of the ways to put p balls into m boxes.
    private static double Count(int objectives, int divisions)
    {
        double count = 1;
        for (int i = 1; i < objectives; i++)
        {
            count = count * (divisions + i) / i;
        }

        return objectives == 1 ? double.PositiveInfinity : count;
    }

    private static void Fill(double[] point, int coordinate, int left, int divisions, List<double[]> points)
    {
        if (coordinate == point.Length - 1)
        {
            point[coordinate] = (double)left / divisions;
            points.Add([.. point]);
            return;
        }

        for (int part = 0; part <= left; part++)
        {
            point[coordinate] = (double)part / divisions;
            Fill(point, coordinate + 1, left - part, divisions, points);
        }
    }
}
