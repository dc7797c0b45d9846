namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Starts a trial for a loop that the caller owns. Each trial asked for should be told with <see cref="TellAsync"/> sooner or later.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the strategy.</param>
    /// <returns>The trial, with an enqueued config if there is one, else with the strategy's suggestion.</returns>
    /// <exception cref="InvalidOperationException">
    /// The strategy has nothing left to suggest (<see cref="TryAskAsync"/> tells that without an exception), or the config type's own code threw; that
    /// trial has failed.
    /// </exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    public async ValueTask<Trial<T>> AskAsync(CancellationToken cancellationToken = default)
        => await TryAskAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException(
                $"The strategy '{Strategy}' of study '{Name}' has nothing left to suggest. Use {nameof(TryAskAsync)}, which then returns null.");

    /// <summary>Starts a trial, as <see cref="AskAsync"/> does, unless the strategy has nothing left to suggest.</summary>
    /// <param name="cancellationToken">Ends the wait for the strategy.</param>
    /// <returns>The trial, or <see langword="null"/> when there is nothing left, for instance because a grid is finished.</returns>
    /// <exception cref="InvalidOperationException">The config type's own code threw; that trial has failed.</exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    public ValueTask<Trial<T>?> TryAskAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Trial<T>?>(cancellationToken);
        }

        try
        {
            return ValueTask.FromResult(TryStart(run: null, cancellationToken));
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<Trial<T>?>(exception);
        }
    }

    /// <summary>Tells the outcome of a trial that was asked for. Outcomes may be told in any order.</summary>
    /// <param name="trial">The trial, from <see cref="AskAsync"/> of this study.</param>
    /// <param name="outcome">The objective's value, pruned or failed. A value that is not finite makes a failed trial.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="ArgumentException">The trial belongs to another study.</exception>
    /// <exception cref="InvalidOperationException">
    /// The trial was told before, or it belongs to a run, whose objective returns the outcome.
    /// </exception>
    public ValueTask TellAsync(Trial<T> trial, TrialOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (trial.Study != this)
        {
            string receiver = trial.Study.Name == Name ? "another study of that name" : $"study '{Name}'";
            throw new ArgumentException(
                $"Trial {trial.Number} belongs to study '{trial.Study.Name}' and cannot be told to {receiver}.",
                nameof(trial));
        }

        if (trial.Run is not null)
        {
            throw new InvalidOperationException(
                $"Trial {trial.Number} of study '{Name}' belongs to a run: its objective returns the outcome, it is not told.");
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        try
        {
            _engine.Finish(run: null, trial.Number, in outcome, exception: null);
            return ValueTask.CompletedTask;
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }

    private Trial<T>? TryStart(StudyRun? run, CancellationToken cancellationToken)
    {
        while (_engine.TryAsk(run, cancellationToken, out int number))
        {
            if (TryCreateTrial(run, number) is { } trial)
            {
                return trial;
            }
        }

        return null;
    }

    /// <summary>The started trial with its config; a trial whose config's own code throws fails, as one whose objective throws does.</summary>
    private Trial<T>? TryCreateTrial(StudyRun? run, int number)
    {
        try
        {
            T config = _engine.EnqueuedConfigOf(number) is { } enqueued ? (T)enqueued : Space.Decode(_engine.VectorOf(number).Span);
            return new Trial<T>(this, number, config, run);
        }
        catch (Exception exception)
        {
            string reason = $"The config could not be created. {exception.GetType().Name}: {exception.Message}";
            _engine.Finish(run, number, TrialOutcome.Failed(reason), exception);
            return run is null
                ? throw new InvalidOperationException($"Trial {number} of study '{Name}' has failed. {reason}", exception)
                : null;
        }
    }
}
