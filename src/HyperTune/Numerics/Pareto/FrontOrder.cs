namespace HyperTune.Numerics.Pareto;

/// <summary>An order of trials with several objectives, the best first: front by front, and within a front by what each adds to the dominated volume.</summary>
internal static class FrontOrder
{
    // Beyond so many objectives or members of a front, the room around each trial takes the place of volumes.
    private const int MostObjectives = 3;
    private const int LargestFront = 100;

    private const double Margin = 0.1;

    /// <summary>The places of the trials in order.</summary>
    /// <param name="losses">Their losses, smaller is better.</param>
    public static int[] Of(IReadOnlyList<double[]> losses)
    {
        int[] ranks = NondominatedSort.Rank(losses, new double[losses.Count]);
        var order = new List<int>(losses.Count);
        foreach (IGrouping<int, int> front in Enumerable.Range(0, losses.Count).GroupBy(place => ranks[place]).OrderBy(static group => group.Key))
        {
            int[] members = [.. front];
            double[] worth = members.Length <= LargestFront && losses[0].Length <= MostObjectives
                ? ExclusiveVolumes([.. members.Select(place => losses[place])])
                : NondominatedSort.CrowdingDistances(members, losses);
            order.AddRange(members.Select((place, i) => (place, i)).OrderByDescending(pair => worth[pair.i]).ThenBy(static pair => pair.place).Select(static pair => pair.place));
        }

        return [.. order];
    }

    /// <summary>What each member of a front adds to the volume of all others.</summary>
    public static double[] ExclusiveVolumes(IReadOnlyList<double[]> front)
    {
        double[] reference = new double[front[0].Length];
        for (int k = 0; k < reference.Length; k++)
        {
            double low = front.Min(vector => vector[k]);
            double high = front.Max(vector => vector[k]);
            reference[k] = high + (Margin * (high > low ? high - low : 1));
        }

        double all = Hypervolume.Of(front, reference);
        return [.. Enumerable.Range(0, front.Count).Select(left => all - Hypervolume.Of(front.Where((_, place) => place != left), reference))];
    }
}
