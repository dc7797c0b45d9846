using HyperTune.Models.GaussianProcesses;

namespace HyperTune.Models.Surrogates;

/// <summary>Chooses the trials to model when there are too many: the best, the most recent, and among the rest those that fill the space.</summary>
internal static class SubsetSelection
{
    private const double BestShare = 0.3;
    private const double RecentShare = 0.2;

    /// <summary>The chosen rows in ascending order.</summary>
    /// <param name="points">The points of all rows, oldest first.</param>
    /// <param name="numericCount">How many of their dimensions are numeric.</param>
    /// <param name="values">The value of each row, smaller is better.</param>
    /// <param name="size">How many rows to choose.</param>
    public static int[] Select(PointSet points, int numericCount, ReadOnlySpan<double> values, int size)
    {
        int count = values.Length;
        if (count <= size)
        {
            return [.. Enumerable.Range(0, count)];
        }

        int[] byValue = [.. Enumerable.Range(0, count)];
        Array.Sort(values.ToArray(), byValue);
        var isChosen = new bool[count];
        var distances = new double[count];
        Array.Fill(distances, double.PositiveInfinity);
        var squares = new double[count];
        var chosen = new List<int>(size);
        int best = (int)(BestShare * size);
        for (int i = 0; i < best; i++)
        {
            Choose(byValue[i]);
        }

        int recent = (int)(RecentShare * size);
        for (int row = count - recent; row < count; row++)
        {
            if (!isChosen[row])
            {
                Choose(row);
            }
        }

        while (chosen.Count < size)
        {
            int farthest = -1;
            for (int row = 0; row < count; row++)
            {
                if (!isChosen[row] && (farthest < 0 || distances[row] > distances[farthest]))
                {
                    farthest = row;
                }
            }

            Choose(farthest);
        }

        chosen.Sort();
        return [.. chosen];

        void Choose(int row)
        {
            isChosen[row] = true;
            chosen.Add(row);
            LowerDistances(points, numericCount, row, distances, squares);
        }
    }

    private static void LowerDistances(PointSet points, int numericCount, int center, Span<double> distances, Span<double> squares)
    {
        points.SquaredDistances(center, numericCount, squares);
        for (int row = 0; row < squares.Length; row++)
        {
            distances[row] = Math.Min(distances[row], squares[row]);
        }
    }
}
