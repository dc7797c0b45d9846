namespace HyperTune.Benchmarks;

/// <summary>Random orthogonal matrices.</summary>
internal static class RandomMatrix
{
    /// <summary>A diagonal of plus and minus ones.</summary>
    public static double[][] Mirror(int size, ref RandomStream random)
    {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++)
        {
            rows[i] = new double[size];
            rows[i][i] = random.NextInteger(2) == 0 ? 1 : -1;
        }

        return rows;
    }

    /// <summary>Uniform among all orthogonal matrices: Gaussian rows made orthonormal by Gram and Schmidt.</summary>
    public static double[][] Orthogonal(int size, ref RandomStream random)
    {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++)
        {
            double[] row = new double[size];
            for (int k = 0; k < size; k++)
            {
                row[k] = random.NextNormal();
            }

            // Twice, because one pass loses digits when rows are nearly parallel.
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < i; j++)
                {
                    double product = Dot(row, rows[j]);
                    for (int k = 0; k < size; k++)
                    {
                        row[k] -= product * rows[j][k];
                    }
                }
            }

            double norm = Math.Sqrt(Dot(row, row));
            rows[i] = [.. row.Select(value => value / norm)];
        }

        return rows;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
