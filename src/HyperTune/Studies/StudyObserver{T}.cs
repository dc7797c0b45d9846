namespace HyperTune;

/// <summary>Sees what happens in a study: override what you want to see, and give an object to <see cref="Study{T}.Observe"/>.</summary>
/// <remarks>
/// <para>
/// The methods are called one at a time, in the order in which things happened, on threads of the pool and never on one that runs an objective. A call
/// begins when the one before has completed. A run returns only after its observers have seen its end.
/// </para>
/// <para>
/// What a method throws ends the run and reaches its caller as it is, and the observer is not called again; where trials are asked for one by one, the next
/// call that asks or tells throws it. The tokens are cancelled when the observation or the study is disposed of.
/// </para>
/// <para>
/// An observer may read the study, stop its run and enqueue configs. It must not wait for a trial: whoever runs trials may be waiting for the observer.
/// </para>
/// </remarks>
/// <typeparam name="T">The config type.</typeparam>
public abstract class StudyObserver<T>
{
    /// <summary>A trial starts. One that is run again, after a failed attempt or an interruption, starts again.</summary>
    /// <param name="trial">The trial as it starts.</param>
    /// <param name="cancellationToken">Is cancelled when nobody wants to see anything any more.</param>
    public virtual ValueTask TrialStartedAsync(TrialRecord<T> trial, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A running trial has an intermediate value.</summary>
    /// <param name="trialNumber">The trial's number.</param>
    /// <param name="report">The value.</param>
    /// <param name="cancellationToken">Is cancelled when nobody wants to see anything any more.</param>
    public virtual ValueTask ReportedAsync(int trialNumber, TrialReport report, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A trial ended: it completed, failed, was pruned or was cancelled. A failed attempt that is followed by another one is no end.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="isBest">Whether it was the best observed trial when it ended.</param>
    /// <param name="cancellationToken">Is cancelled when nobody wants to see anything any more.</param>
    public virtual ValueTask TrialEndedAsync(TrialRecord<T> trial, bool isBest, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>A run of this process ended, for whatever reason (<see cref="StudyResult{T}.StopReason"/>); its caller is still waiting.</summary>
    /// <param name="result">What the study knows at the end of the run.</param>
    /// <param name="cancellationToken">Is cancelled when nobody wants to see anything any more.</param>
    public virtual ValueTask RunEndedAsync(StudyResult<T> result, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
