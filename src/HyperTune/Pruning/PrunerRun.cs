namespace HyperTune;

/// <summary>
/// A pruner at work in one study: a synchronous state machine over reports that knows neither configs nor storage, threads or clocks.
/// </summary>
/// <remarks>
/// A decision depends on the context and on the reports and results told so far, and on nothing else: replaying the same calls gives the same
/// decisions. The study calls one member at a time. All values are in the study's direction; <see cref="PrunerContext.ToLoss"/> turns them.
/// </remarks>
public abstract class PrunerRun
{
    /// <summary>Whether the trial should stop now.</summary>
    /// <param name="trialNumber">The number of a running trial.</param>
    /// <param name="reports">Its reports so far, in ascending order of steps; there may be none. Valid during the call only.</param>
    public abstract bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports);

    /// <summary>
    /// The value that a trial which stops now would have ended with, for strategies to learn from: they rank it among those of completed trials. It should not be
    /// better than the best of them, because it is no result.
    /// </summary>
    /// <remarks>The study asks once, when the trial ends as pruned, before it tells the end.</remarks>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="reports">All its reports, in ascending order of steps; there may be none. Valid during the call only.</param>
    /// <returns>
    /// <see langword="null"/>, the default, where the pruner does not know: strategies then learn the last report, and that the trial was stopped.
    /// </returns>
    public virtual double? PredictFinal(int trialNumber, ReadOnlySpan<TrialReport> reports) => null;

    /// <summary>
    /// What the pruner did, beside how many trials it stopped, in words that continue a sentence; for <see cref="StudyResult{T}.PrunerExplanation"/>.
    /// </summary>
    /// <value>By default <see langword="null"/>: nothing to say.</value>
    public virtual string? Explanation => null;

    /// <summary>Tells a new report of a running trial.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="report">The new report; each step of a trial is reported once.</param>
    public virtual void Report(int trialNumber, TrialReport report)
    {
    }

    /// <summary>Tells the end of a trial.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="state">How it ended: completed, pruned or failed.</param>
    /// <param name="value">The objective of a completed trial; otherwise NaN.</param>
    /// <param name="reports">All its reports, in ascending order of steps. Valid during the call only.</param>
    public virtual void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
    {
    }
}
