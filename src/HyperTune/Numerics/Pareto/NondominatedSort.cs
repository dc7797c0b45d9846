namespace HyperTune.Numerics.Pareto;

/// <summary>Ranks of trials by which dominate which, under Deb's rule for limits.</summary>
/// <remarks>
/// Efficient non-dominated sorting (ENS-SS) of Zhang, Tian, Cheng and Jin, 2015: in lexicographic order nothing is dominated by what comes after it, so each
/// trial joins the first front none of whose members dominates it. Trials that break limits come behind all that keep them, in the order of how much.
/// </remarks>
internal static class NondominatedSort
{
    /// <summary>The rank of each trial; 0 for those that no other one dominates.</summary>
    /// <param name="losses">Their losses, smaller is better.</param>
    /// <param name="violations">By how much each breaks the limits; 0 where it does not.</param>
    public static int[] Rank(IReadOnlyList<double[]> losses, IReadOnlyList<double> violations)
    {
        int[] ranks = new int[losses.Count];
        var fronts = new List<List<int>>();
        foreach (int trial in Domination.LexicographicOrder(losses).Where(trial => violations[trial] <= 0))
        {
            int rank = fronts.FindIndex(front => !front.Exists(member => Domination.Dominates(losses[member], losses[trial])));
            if (rank < 0)
            {
                rank = fronts.Count;
                fronts.Add([]);
            }

            fronts[rank].Add(trial);
            ranks[trial] = rank;
        }

        int next = fronts.Count - 1;
        double last = 0;
        foreach (int trial in Enumerable.Range(0, losses.Count).Where(trial => violations[trial] > 0).OrderBy(trial => violations[trial]))
        {
            next += violations[trial] > last ? 1 : 0;
            last = violations[trial];
            ranks[trial] = next;
        }

        return ranks;
    }

    /// <summary>
    /// How far the neighbours of each trial in a front are, summed over the objectives; infinite at the ends. Deb et al. 2002, section III-B.
    /// </summary>
    /// <param name="front">The trials of one rank.</param>
    /// <param name="losses">The losses of all trials.</param>
    /// <returns>One distance a trial of the front.</returns>
    public static double[] CrowdingDistances(IReadOnlyList<int> front, IReadOnlyList<double[]> losses)
    {
        double[] distances = new double[front.Count];
        for (int k = 0; k < losses[front[0]].Length; k++)
        {
            int[] order = [.. Enumerable.Range(0, front.Count).OrderBy(place => losses[front[place]][k]).ThenBy(place => front[place])];
            double lowest = losses[front[order[0]]][k];
            double span = losses[front[order[^1]]][k] - lowest;
            distances[order[0]] = double.PositiveInfinity;
            distances[order[^1]] = double.PositiveInfinity;
            for (int i = 1; i < order.Length - 1 && span > 0; i++)
            {
                distances[order[i]] += (losses[front[order[i + 1]]][k] - losses[front[order[i - 1]]][k]) / span;
            }
        }

        return distances;
    }
}
