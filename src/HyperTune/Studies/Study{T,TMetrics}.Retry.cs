namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.RetryFailed"/>
    public int RetryFailed(Func<TrialRecord<T, TMetrics>, bool> which)
    {
        ArgumentNullException.ThrowIfNull(which);
        return _study.RetryFailed(record => which(new TrialRecord<T, TMetrics>(record)));
    }

    /// <inheritdoc cref="Study{T}.RetryFailedAsync"/>
    public ValueTask<int> RetryFailedAsync(Func<TrialRecord<T, TMetrics>, bool> which, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(which);
        return _study.RetryFailedAsync(record => which(new TrialRecord<T, TMetrics>(record)), cancellationToken);
    }
}
