namespace HyperTune.Numerics.Pareto;

/// <summary>Which of two vectors of losses is better; smaller is better in each.</summary>
internal static class Domination
{
    /// <summary>Whether the first is nowhere worse and somewhere better.</summary>
    public static bool Dominates(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        bool isBetter = false;
        for (int i = 0; i < first.Length; i++)
        {
            if (first[i] > second[i])
            {
                return false;
            }

            isBetter |= first[i] < second[i];
        }

        return isBetter;
    }

    /// <summary>Whether the first is nowhere worse: it dominates the second, or equals it.</summary>
    public static bool IsNowhereWorse(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        for (int i = 0; i < first.Length; i++)
        {
            if (first[i] > second[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Deb's rule for trials with limits: one that keeps them is better than one that does not, of two that do not the one that breaks them less, and of two
    /// that do the dominating one. Deb et al., "A fast and elitist multiobjective genetic algorithm: NSGA-II", 2002, definition 1.
    /// </summary>
    public static bool Dominates(ReadOnlySpan<double> first, double firstViolation, ReadOnlySpan<double> second, double secondViolation)
        => firstViolation > 0 || secondViolation > 0 ? firstViolation < secondViolation : Dominates(first, second);

    /// <summary>The places of the vectors that no other one dominates, in ascending order; of equal ones the first.</summary>
    public static List<int> Front(IReadOnlyList<double[]> losses)
    {
        var front = new List<int>();
        int[] order = LexicographicOrder(losses);
        foreach (int candidate in order)
        {
            // Whatever dominates or equals a vector comes before it in lexicographic order.
            if (!front.Exists(member => IsNowhereWorse(losses[member], losses[candidate])))
            {
                front.Add(candidate);
            }
        }

        front.Sort();
        return front;
    }

    /// <summary>The places of the vectors in ascending lexicographic order; equal ones in the order of their places.</summary>
    public static int[] LexicographicOrder(IReadOnlyList<double[]> losses)
    {
        int[] order = [.. Enumerable.Range(0, losses.Count)];
        Array.Sort(order, (a, b) =>
        {
            int sign = losses[a].AsSpan().SequenceCompareTo(losses[b]);
            return sign != 0 ? sign : a.CompareTo(b);
        });
        return order;
    }
}
