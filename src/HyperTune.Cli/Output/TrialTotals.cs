using HyperTune.Studies.Engine;

namespace HyperTune.Cli.Output;

/// <summary>What the trials of a study add up to, in words.</summary>
internal static class TrialTotals
{
    /// <summary>How many trials there are, and in which states.</summary>
    public static string Counts(StudyTotals totals)
    {
        IEnumerable<string> states = Enum.GetValues<TrialState>()
            .Where(state => totals.CountOf(state) > 0)
            .OrderByDescending(static state => TrialStates.IsEnd(state))
            .Select(state => $"{totals.CountOf(state)} {TrialStates.Word(state)}");
        string taken = totals.Excluded == 0 ? "" : $"; {totals.Excluded} excluded";
        return totals.All == 0 ? "0" : $"{totals.All} ({string.Join(", ", states)}{taken})";
    }
}
