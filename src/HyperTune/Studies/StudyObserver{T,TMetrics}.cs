namespace HyperTune;

/// <summary>
/// Sees what happens in a study with several metrics, as <see cref="StudyObserver{T}"/> does in one with a single objective: override what you want to
/// see, and give an object to <see cref="Study{T, TMetrics}.Observe"/>.
/// </summary>
/// <typeparam name="T">The config type.</typeparam>
/// <typeparam name="TMetrics">The type marked with <see cref="MetricsAttribute"/>.</typeparam>
public abstract class StudyObserver<T, TMetrics>
    where TMetrics : struct, IMetrics<TMetrics>
{
    /// <inheritdoc cref="StudyObserver{T}.TrialStartedAsync"/>
    public virtual ValueTask TrialStartedAsync(TrialRecord<T, TMetrics> trial, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc cref="StudyObserver{T}.ReportedAsync"/>
    public virtual ValueTask ReportedAsync(int trialNumber, TrialReport<TMetrics> report, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A trial ended: it completed, failed, was pruned or was cancelled. A failed attempt that is followed by another one is no end.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="isBest">
    /// Whether no other trial beat it when it ended, over all objectives and within the limits; with one objective, whether it was the best observed trial.
    /// </param>
    /// <param name="cancellationToken">Is cancelled when nobody wants to see anything any more.</param>
    public virtual ValueTask TrialEndedAsync(TrialRecord<T, TMetrics> trial, bool isBest, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc cref="StudyObserver{T}.RunEndedAsync"/>
    public virtual ValueTask RunEndedAsync(StudyResult<T, TMetrics> result, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
