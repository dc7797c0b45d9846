namespace HyperTune.Stopping;

/// <summary>A trial that ended, as stopping rules see it.</summary>
/// <param name="Result">Its end.</param>
/// <param name="Reports">What it reported, in ascending order of steps.</param>
/// <param name="IsImported">Whether it comes from another study, so that it teaches but counts for no patience.</param>
internal readonly record struct StoppingTrial(TrialResult Result, ReadOnlyMemory<TrialReport> Reports, bool IsImported)
{
    /// <summary>The objective of a trial that completed within the limits, smaller is better; not a number for others.</summary>
    public double Loss => Result is { State: TrialState.Completed, Violation: <= 0 } && Result.Values.Length > 0 && double.IsFinite(Result.Values.Span[0])
        ? Result.Values.Span[0]
        : double.NaN;
}
