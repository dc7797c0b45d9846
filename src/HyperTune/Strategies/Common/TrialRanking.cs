using HyperTune.Numerics.Pareto;

namespace HyperTune.Strategies.Common;

/// <summary>Puts trials in order, best first: completed ones by value, then pruned ones, then those that break limits, then failed ones.</summary>
/// <remarks>With several objectives, completed trials within the limits come front by front, and within a front by what each adds to the dominated volume.</remarks>
internal static class TrialRanking
{
    /// <summary>The trials in order.</summary>
    /// <param name="trials">The trials; the order in which they come does not matter.</param>
    public static RankedTrial[] Sorted(ReadOnlySpan<RankedTrial> trials)
    {
        RankedTrial[] sorted = trials.ToArray();
        if (!Array.Exists(sorted, static trial => trial.Losses.Length > 1))
        {
            Array.Sort(sorted, Compare);
            return sorted;
        }

        Array.Sort(sorted, RankedTrial.CompareNumbers);
        RankedTrial[] completed = [.. sorted.Where(static trial => trial.Standing.IsFeasible)];
        int[] order = FrontOrder.Of([.. completed.Select(static trial => trial.Losses)]);
        return [.. order.Select(place => completed[place]), .. sorted.Where(static trial => !trial.Standing.IsFeasible).Order(Comparer<RankedTrial>.Create(Compare))];
    }

    /// <summary>Which of two trials is better; with several objectives, neither is by objectives that contradict each other.</summary>
    public static bool IsNoWorse(RankedTrial trial, RankedTrial other)
    {
        if (trial.Losses.Length > 1 && trial.Standing.IsFeasible && other.Standing.IsFeasible)
        {
            return !Domination.Dominates(other.Losses, trial.Losses);
        }

        return (trial.Standing with { Number = 0 }).CompareTo(other.Standing with { Number = 0 }) <= 0;
    }

    /// <summary>The order with one objective.</summary>
    public static int Compare(RankedTrial a, RankedTrial b)
    {
        int comparison = a.Standing.CompareTo(b.Standing);
        return comparison != 0 ? comparison : RankedTrial.CompareNumbers(a, b);
    }
}
