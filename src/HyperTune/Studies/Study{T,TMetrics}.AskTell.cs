using HyperTune.Studies;

namespace HyperTune;

public sealed partial class Study<T, TMetrics>
{
    /// <inheritdoc cref="Study{T}.AskAsync(CancellationToken)"/>
    public async ValueTask<Trial<T, TMetrics>> AskAsync(CancellationToken cancellationToken = default)
        => Typed(await _study.AskAsync(cancellationToken).ConfigureAwait(false));

    /// <inheritdoc cref="Study{T}.AskAsync(CancellationToken)"/>
    public Trial<T, TMetrics> Ask(CancellationToken cancellationToken = default) => Blocking.Wait(AskAsync(cancellationToken));

    /// <inheritdoc cref="Study{T}.TryAskAsync"/>
    public async ValueTask<Trial<T, TMetrics>?> TryAskAsync(CancellationToken cancellationToken = default)
        => await _study.TryAskAsync(cancellationToken).ConfigureAwait(false) is { } trial ? Typed(trial) : null;

    /// <inheritdoc cref="Study{T}.TryAskAsync"/>
    public Trial<T, TMetrics>? TryAsk(CancellationToken cancellationToken = default) => Blocking.Wait(TryAskAsync(cancellationToken));

    /// <summary>Tells the outcome of a trial that was asked for. Outcomes may be told in any order.</summary>
    /// <param name="trial">The trial, from <see cref="AskAsync(CancellationToken)"/> of this study.</param>
    /// <param name="outcome">The metrics, "pruned" or "failed". An objective that is not finite makes a failed trial.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="ArgumentException">The trial belongs to another study.</exception>
    /// <exception cref="InvalidOperationException">
    /// The outcome was told before, or the trial belongs to a run, whose objective returns the outcome.
    /// </exception>
    public ValueTask TellAsync(Trial<T, TMetrics> trial, TrialOutcome<TMetrics> outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _study.ThrowIfNotMine(trial.Inner);
        return _study.TellStoredAsync(trial.Inner, Stored(outcome), cancellationToken);
    }

    /// <inheritdoc cref="TellAsync(Trial{T, TMetrics}, TrialOutcome{TMetrics}, CancellationToken)"/>
    public void Tell(Trial<T, TMetrics> trial, TrialOutcome<TMetrics> outcome, CancellationToken cancellationToken = default)
        => Blocking.Wait(TellAsync(trial, outcome, cancellationToken));
}
