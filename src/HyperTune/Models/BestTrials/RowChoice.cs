using System.Runtime.CompilerServices;

namespace HyperTune.Models.BestTrials;

/// <summary>Which rows of many a model gets, in ascending order.</summary>
internal static class RowChoice
{
    /// <summary>The rows of the pairs and an even sample of the others; all where there are not more than <paramref name="most"/>.</summary>
    /// <param name="count">How many rows there are.</param>
    /// <param name="pairs">Disjoint pairs of rows, fewer than <paramref name="most"/> rows in all.</param>
    /// <param name="most">How many rows to choose.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] WithPairs(int count, ReadOnlySpan<(int First, int Second)> pairs, int most)
    {
        var isChosen = new bool[count];
        if (count <= most)
        {
            Array.Fill(isChosen, true);
            return RowsOf(isChosen, count);
        }

        foreach ((int first, int second) in pairs)
        {
            isChosen[first] = isChosen[second] = true;
        }

        int others = count - (2 * pairs.Length);
        int place = 0;
        int next = 0;
        int[] sample = EvenSample.Of(others, most - (2 * pairs.Length));
        for (int row = 0; row < count && next < sample.Length; row++)
        {
            if (!isChosen[row])
            {
                isChosen[row] = place == sample[next];
                next += isChosen[row] ? 1 : 0;
                place++;
            }
        }

        return RowsOf(isChosen, most);
    }

    /// <summary>The given rows and those of the others with the least values; of equal ones, the first.</summary>
    /// <param name="values">The value of each row.</param>
    /// <param name="given">The rows that are chosen already.</param>
    /// <param name="most">How many rows to choose, the given ones included.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] WithLeast(ReadOnlySpan<double> values, ReadOnlySpan<int> given, int most)
    {
        int room = Math.Min(most, values.Length) - given.Length;
        var isChosen = new bool[values.Length];
        double[] others = values.ToArray();
        foreach (int row in given)
        {
            isChosen[row] = true;
            others[row] = double.PositiveInfinity;
        }

        Array.Sort(others);
        double last = others[Math.Max(0, room - 1)];
        int equals = room;
        foreach (double value in others.AsSpan(0, room))
        {
            equals -= value < last ? 1 : 0;
        }

        for (int row = 0; row < values.Length; row++)
        {
            if (!isChosen[row] && (values[row] < last || (values[row] == last && equals-- > 0)))
            {
                isChosen[row] = true;
            }
        }

        return RowsOf(isChosen, given.Length + room);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] RowsOf(ReadOnlySpan<bool> isChosen, int count)
    {
        var rows = new int[count];
        int next = 0;
        for (int row = 0; row < isChosen.Length; row++)
        {
            if (isChosen[row])
            {
                rows[next++] = row;
            }
        }

        return rows;
    }
}
