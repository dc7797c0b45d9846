using HyperTune.Numerics.Pareto;

namespace HyperTune.Strategies.Nsga;

/// <summary>NSGA-II's selection: front by front, and of the last that does not fit the trials with the most room around them. Deb et al. 2002, section III.</summary>
internal sealed class CrowdingSelection : ISurvivorSelection
{
    public Survivor[] Select(IReadOnlyList<Individual> candidates, int count, ref RandomStream random)
    {
        double[][] losses = [.. candidates.Select(static individual => individual.Losses)];
        int[] ranks = NondominatedSort.Rank(losses, [.. candidates.Select(static individual => individual.Violation)]);
        var survivors = new List<Survivor>(count);
        foreach (IGrouping<int, int> front in Enumerable.Range(0, candidates.Count).GroupBy(place => ranks[place]).OrderBy(static group => group.Key))
        {
            int[] members = [.. front];
            double[] room = NondominatedSort.CrowdingDistances(members, losses);
            IEnumerable<Survivor> ordered = members
                .Select((place, i) => new Survivor(candidates[place], front.Key, room[i]))
                .OrderByDescending(static survivor => survivor.Room)
                .ThenBy(static survivor => survivor.Individual.Number);
            survivors.AddRange(ordered.Take(count - survivors.Count));
            if (survivors.Count == count)
            {
                break;
            }
        }

        return [.. survivors.OrderBy(static survivor => survivor.Individual.Number)];
    }
}
