using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Models.Surrogates;

/// <summary>
/// Shortens the values of an objective that spans many orders of magnitude all over the space, as exponentials and high powers do. A difference d to the best value
/// becomes ln(1 + d / c), so that differences far below c keep their proportions.
/// </summary>
/// <remarks>
/// <para>A model with stationary correlations sees nothing but the largest of such values. <see cref="DivergedValues"/> takes care of accidents, where a gap parts good
/// values from others; here there is no gap.</para>
/// <para>Whether an objective is so is judged by a few trials far from each other: near an optimum the differences of every objective are of any size.</para>
/// </remarks>
/// <param name="best">The best value.</param>
/// <param name="unit">c; 0 for values that stay as they are.</param>
internal readonly struct ShortenedValues(double best, double unit)
{
    // The largest ratio of the differences' quartiles at which values stay as they are. Random trials of Rosenbrock's function have about 5, those of its square 25 and
    // more. Comparisons found 100 and 300 alike, and 1,000 too late for half of the studies of that square.
    private const double LargestOrdinary = 300;

    // Of fewer trials the quartiles are the same one.
    private const int FewestTrials = 6;
    private const int MostTrials = 12;

    // Below the lower quartile lie the best trial, whose difference is 0, and at least two more, however few there are: one that is close to it by chance says nothing.
    private const int FewestBelow = 3;

    // Which of the differences, from the smallest on, is c.
    private const double UnitShare = 0.25;

    // Below, quotients lose their digits.
    private const double SmallestUnit = 1e-290;

    /// <summary>Looks at the values of the trials so far.</summary>
    /// <param name="points">The points of all rows.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="values">The values of the first rows, smaller is better; finite.</param>
    public static ShortenedValues Of(PointSet points, int numericCount, ReadOnlySpan<double> values)
    {
        if (values.Length < FewestTrials)
        {
            return default;
        }

        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        int[] rows = FarApart(points, numericCount, values.Length);
        var apart = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            apart[i] = values[rows[i]] - sorted[0];
        }

        Array.Sort(apart);
        double low = apart[Math.Max(FewestBelow, apart.Length / 4)];
        double high = apart[apart.Length * 3 / 4];
        if (!(low > SmallestUnit && high > LargestOrdinary * low))
        {
            return default;
        }

        double unit = sorted.Skip((int)Math.Ceiling(UnitShare * sorted.Length)).Select(value => value - sorted[0]).First(static difference => difference > 0);
        return new ShortenedValues(sorted[0], Math.Min(unit, low));
    }

    /// <summary>Shortens values in place; those better than the best one that was known stay in proportion.</summary>
    public void Apply(Span<double> values)
    {
        for (int i = 0; i < values.Length && unit > 0; i++)
        {
            // Halved, because a difference of the largest numbers overflows.
            double ratio = Math.Min(((values[i] / 2) - (best / 2)) / (unit / 2), double.MaxValue);
            values[i] = ratio > 0 ? Math.Log(1 + ratio) : ratio;
        }
    }

    // From the first one on, each as far as can be from those before.
    private static int[] FarApart(PointSet points, int numericCount, int count)
    {
        var chosen = new int[Math.Min(count, MostTrials)];
        var distances = new double[points.Count];
        var squares = new double[points.Count];
        Array.Fill(distances, double.PositiveInfinity);
        for (int i = 1; i < chosen.Length; i++)
        {
            points.SquaredDistances(chosen[i - 1], numericCount, squares);
            int farthest = 0;
            for (int row = 0; row < count; row++)
            {
                distances[row] = Math.Min(distances[row], squares[row]);
                farthest = distances[row] > distances[farthest] ? row : farthest;
            }

            chosen[i] = farthest;
        }

        return chosen;
    }
}
