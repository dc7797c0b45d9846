using HyperTune.Views.Documents;

namespace HyperTune.Cli.Dashboard;

/// <summary>What tells whether a trial looks other than before.</summary>
internal readonly record struct TrialMark(TrialState State, int Reports, TimeSpan? Duration, DateTimeOffset? StartedAt, bool IsExcluded, bool Fits, int Artifacts, double? Cost, double? Error)
{
    public static TrialMark Of(TrialRow row)
        => new(row.State, row.Reports.Length, row.Duration, row.StartedAt, row.IsExcluded, row.Fits, row.Artifacts.Count, row.Cost, row.StandardError);
}
