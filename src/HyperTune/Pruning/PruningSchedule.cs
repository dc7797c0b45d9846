using HyperTune.Numerics;
using HyperTune.Text;

namespace HyperTune.Pruning;

/// <summary>At which reports a pruner looks: not before the warm-up, and then at the first report of each interval.</summary>
internal readonly record struct PruningSchedule
{
    public PruningSchedule(int warmupSteps, int interval)
    {
        Guard.AtLeast(warmupSteps, 0);
        Guard.AtLeast(interval, 1);
        WarmupSteps = warmupSteps;
        Interval = interval;
    }

    public int WarmupSteps { get; }

    public int Interval { get; }

    /// <summary>Whether the last report is one to look at.</summary>
    public bool IsDue(ReadOnlySpan<TrialReport> reports)
    {
        if (reports.IsEmpty || reports[^1].Step < WarmupSteps)
        {
            return false;
        }

        int intervalStart = WarmupSteps + ((reports[^1].Step - WarmupSteps) / Interval * Interval);
        return reports.Length == 1 || reports[^2].Step < intervalStart;
    }
}
