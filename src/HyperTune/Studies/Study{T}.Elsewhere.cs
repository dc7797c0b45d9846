using HyperTune.State;
using HyperTune.Studies;
using HyperTune.Studies.Engine;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Starts several trials at once, for instance for all wells of a plate or all jobs of a batch. The strategy knows, as always, which trials run.
    /// </summary>
    /// <param name="count">How many trials to start; at least 1.</param>
    /// <param name="cancellationToken">Ends the wait for the strategy; trials that have started by then go on.</param>
    /// <returns>The trials; fewer where the strategy has nothing left to suggest, for instance because a grid is finished.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The config type's own code threw; that trial has failed.</exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    public async ValueTask<IReadOnlyList<Trial<T>>> AskAsync(int count, CancellationToken cancellationToken = default)
    {
        Numerics.Guard.AtLeast(count, 1, nameof(count));
        var trials = new List<Trial<T>>(count);
        while (trials.Count < count && await TryAskAsync(cancellationToken).ConfigureAwait(false) is { } trial)
        {
            trials.Add(trial);
        }

        return trials;
    }

    /// <summary>
    /// Tells the outcome of a trial by its number, whichever process asked for it: for laboratories, batch queues and people, who answer long after that process
    /// has ended. An outcome can be told once; of two that tell it at the same time, one gets an exception. Where a run is trying the trial at the moment,
    /// the outcome that its objective returns is not kept.
    /// </summary>
    /// <remarks>A process that ends before its trial is done lets go of it first, with <see cref="Trial{T}.DetachAsync"/>: otherwise the trial is run again.</remarks>
    /// <param name="number">The trial's number.</param>
    /// <param name="outcome">The objective's value, "pruned" or "failed". A value that is not finite makes a failed trial.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The outcome was told before.</exception>
    public async ValueTask TellAsync(int number, TrialOutcome outcome, CancellationToken cancellationToken = default)
    {
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.Gradient is not null)
        {
            // Its derivatives are held against the config, which another process may have started.
            await engine.RefreshAsync(cancellationToken).ConfigureAwait(false);
        }

        await engine.TellAsync(number, Stored(engine, number, in outcome), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Goes on with a trial by its number, whichever process asked for it: what it has reported stays, and this process reports and tells from now on. A trial
    /// that waits, because it was enqueued or its process ended, starts anew.
    /// </summary>
    /// <remarks>A process that is still trying the same trial learns when it tells the outcome that somebody else may have told it before.</remarks>
    /// <param name="number">The trial's number.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    /// <exception cref="InvalidOperationException">The trial has ended, or it has no config in the search space of now.</exception>
    public async ValueTask<Trial<T>> ResumeAsync(int number, CancellationToken cancellationToken = default)
    {
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        await engine.ResumeAsync(number, cancellationToken).ConfigureAwait(false);
        (T? config, string? reason, Exception? exception) = CreateConfig(engine, number);
        return reason is null
            ? new Trial<T>(this, number, config!, run: null)
            : throw new InvalidOperationException($"Trial {number} of study '{Title}' cannot be gone on with. {Printable.Of(reason)}", exception);
    }

    /// <summary>Tells an outcome as it is kept, by the trial's number.</summary>
    internal async ValueTask TellStoredAsync(int number, StoredOutcome outcome, CancellationToken cancellationToken)
    {
        StudyEngine engine = await OpenEngineAsync(cancellationToken).ConfigureAwait(false);
        await engine.TellAsync(number, outcome, cancellationToken).ConfigureAwait(false);
    }
}
