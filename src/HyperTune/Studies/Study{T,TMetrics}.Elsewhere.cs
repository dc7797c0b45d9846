namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.AskAsync(int, CancellationToken)"/>
    public async ValueTask<IReadOnlyList<Trial<T, TMetrics>>> AskAsync(int count, CancellationToken cancellationToken = default)
        => [.. (await _study.AskAsync(count, cancellationToken).ConfigureAwait(false)).Select(Typed)];

    /// <inheritdoc cref="Study{T}.TellAsync(int, TrialOutcome, CancellationToken)"/>
    /// <param name="number">The trial's number.</param>
    /// <param name="outcome">The metrics, "pruned" or "failed". An objective that is not finite makes a failed trial.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    public ValueTask TellAsync(int number, TrialOutcome<TMetrics> outcome, CancellationToken cancellationToken = default)
        => _study.TellStoredAsync(number, Stored(outcome), cancellationToken);

    /// <inheritdoc cref="Study{T}.ResumeAsync"/>
    public async ValueTask<Trial<T, TMetrics>> ResumeAsync(int number, CancellationToken cancellationToken = default)
        => Typed(await _study.ResumeAsync(number, cancellationToken).ConfigureAwait(false));
}
