using HyperTune.State;
using HyperTune.Studies;
using HyperTune.Studies.Engine;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class Study<T>
{
    /// <summary>
    /// Starts a trial for a loop that the caller owns. The outcome of each trial asked for should be told with <see cref="TellAsync(Trial{T}, TrialOutcome, CancellationToken)"/> sooner or later.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the strategy.</param>
    /// <returns>The trial, with an enqueued config if there is one, otherwise with the strategy's suggestion.</returns>
    /// <exception cref="InvalidOperationException">
    /// The strategy has nothing left to suggest (<see cref="TryAskAsync"/> says so without an exception), or the config type's own code threw; that
    /// trial has failed.
    /// </exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    public ValueTask<Trial<T>> AskAsync(CancellationToken cancellationToken = default)
    {
        ValueTask<Trial<T>?> asked = TryAskAsync(cancellationToken);
        return asked.IsCompletedSuccessfully && asked.Result is { } trial ? new(trial) : AwaitedAsync(asked);

        async ValueTask<Trial<T>> AwaitedAsync(ValueTask<Trial<T>?> asking) => await asking.ConfigureAwait(false)
            ?? throw new InvalidOperationException(
                $"The strategy '{StrategyText}' of study '{Title}' has nothing left to suggest. Use {nameof(TryAskAsync)}, which then returns null.");
    }

    /// <inheritdoc cref="AskAsync(CancellationToken)"/>
    public Trial<T> Ask(CancellationToken cancellationToken = default) => Blocking.Wait(AskAsync(cancellationToken));

    /// <summary>Starts a trial, as <see cref="AskAsync(CancellationToken)"/> does, unless the strategy has nothing left to suggest.</summary>
    /// <param name="cancellationToken">Ends the wait for the strategy.</param>
    /// <returns>The trial, or <see langword="null"/> when there is nothing left, for instance because a grid is finished.</returns>
    /// <exception cref="InvalidOperationException">The config type's own code threw; that trial has failed.</exception>
    /// <exception cref="ConstraintException">The space's constraints accept too little.</exception>
    public ValueTask<Trial<T>?> TryAskAsync(CancellationToken cancellationToken = default)
    {
        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<Trial<T>?>(cancellationToken)
            : _engine is { CanWrite: true } engine && !_description.IsReadOnly ? TryStartAsync(engine, run: null, cancellationToken)
            : OpenedAsync();

        async ValueTask<Trial<T>?> OpenedAsync()
            => await TryStartAsync(await OpenEngineAsync(cancellationToken).ConfigureAwait(false), run: null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="TryAskAsync"/>
    public Trial<T>? TryAsk(CancellationToken cancellationToken = default) => Blocking.Wait(TryAskAsync(cancellationToken));

    /// <summary>Tells the outcome of a trial that was asked for. Outcomes may be told in any order.</summary>
    /// <param name="trial">The trial, from <see cref="AskAsync(CancellationToken)"/> of this study.</param>
    /// <param name="outcome">The objective's value, "pruned" or "failed". A value that is not finite makes a failed trial.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="ArgumentException">The trial belongs to another study.</exception>
    /// <exception cref="InvalidOperationException">
    /// The outcome was told before, or the trial belongs to a run, whose objective returns the outcome.
    /// </exception>
    public ValueTask TellAsync(Trial<T> trial, TrialOutcome outcome, CancellationToken cancellationToken = default)
    {
        ThrowIfNotMine(trial);
        return TellStoredAsync(trial, Stored(Engine, trial.Number, in outcome), cancellationToken);
    }

    /// <summary>Tells an outcome as it is kept of a trial of this study.</summary>
    internal ValueTask TellStoredAsync(Trial<T> trial, StoredOutcome outcome, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        ValueTask<StoredOutcome> ending = Engine.EndAsync(run: null, trial.Number, outcome, cancellationToken);
        return ending.IsCompletedSuccessfully ? ValueTask.CompletedTask : new ValueTask(ending.AsTask());
    }

    /// <exception cref="ArgumentException">The trial belongs to another study.</exception>
    /// <exception cref="InvalidOperationException">The trial belongs to a run.</exception>
    internal void ThrowIfNotMine(Trial<T> trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (trial.Study != this)
        {
            string receiver = trial.Study.Name == Name ? "another study of that name" : $"study '{Title}'";
            throw new ArgumentException(
                $"Trial {trial.Number} belongs to study '{trial.Study.Title}' and cannot be told to {receiver}.",
                nameof(trial));
        }

        if (trial.Run is not null)
        {
            throw new InvalidOperationException(
                $"Trial {trial.Number} of study '{Title}' belongs to a run: its objective returns the outcome, it is not told.");
        }
    }

    /// <inheritdoc cref="TellAsync(Trial{T}, TrialOutcome, CancellationToken)"/>
    public void Tell(Trial<T> trial, TrialOutcome outcome, CancellationToken cancellationToken = default)
        => Blocking.Wait(TellAsync(trial, outcome, cancellationToken));

    /// <summary>The outcome as it is kept: the study's rules applied, the gradient as numbers.</summary>
    private StoredOutcome Stored(StudyEngine engine, int number, in TrialOutcome outcome)
    {
        if (outcome.Gradient is null || outcome.State != TrialState.Completed || !double.IsFinite(outcome.Value))
        {
            return OutcomeRules.Of(in outcome);
        }

        if (outcome.Gradient is not IGradient<T> gradient)
        {
            return StoredOutcome.Failed($"The outcome's gradient is a {outcome.Gradient.GetType().Name}, not one of {typeof(T).Name}.");
        }

        double[] derivatives = new double[Space.DimensionCount];
        Array.Fill(derivatives, double.NaN);
        gradient.WriteTo(derivatives);
        return engine.FindGradientFault(number, derivatives) is { } fault ? StoredOutcome.Failed(fault) : OutcomeRules.Of(in outcome, derivatives);
    }

    internal ValueTask<Trial<T>?> TryStartAsync(StudyEngine engine, StudyRun? run, CancellationToken cancellationToken)
    {
        ValueTask<int> asked = engine.TryAskAsync(run, cancellationToken);
        if (asked.IsCompletedSuccessfully)
        {
            int number = asked.Result;
            (T? config, string? reason, _) = number < 0 ? default : CreateConfig(engine, number);
            if (reason is null)
            {
                return new(number < 0 ? null : Started(number, config!, run, cancellationToken));
            }

            asked = new(number);
        }

        return StartedAsync(asked);

        async ValueTask<Trial<T>?> StartedAsync(ValueTask<int> first)
        {
            for (int number = await first.ConfigureAwait(false); number >= 0; number = await engine.TryAskAsync(run, cancellationToken).ConfigureAwait(false))
            {
                (T? config, string? reason, Exception? exception) = CreateConfig(engine, number);
                if (reason is null)
                {
                    return Started(number, config!, run, cancellationToken);
                }

                // A trial whose config's own code throws fails, as one whose objective throws does.
                var failed = StoredOutcome.Failed(reason, exception);
                if (run is not null && exception is not null)
                {
                    await engine.FailAsync(run, number, failed, config: null).ConfigureAwait(false);
                    continue;
                }

                await engine.EndAsync(run, number, failed).ConfigureAwait(false);
                if (run is null)
                {
                    throw new InvalidOperationException($"Trial {number} of study '{Title}' has failed. {Printable.Of(reason)}", exception);
                }
            }

            return null;
        }
    }

    private Trial<T> Started(int number, T config, StudyRun? run, CancellationToken cancellationToken) => new(this, number, config, run)
    {
        Abandonment = run is not null && _options.TrialTimeLimit is not null ? new TrialAbandonment() : null,
        RunCancellation = run is null ? default : cancellationToken,
    };

    private (T? Config, string? Reason, Exception? Exception) CreateConfig(StudyEngine engine, int number)
    {
        if (engine.EnqueuedConfigOf(number) is { } enqueued)
        {
            return ((T)enqueued, null, null);
        }

        (ReadOnlyMemory<double> vector, string? misfit) = engine.PointOf(number);
        if (misfit is not null)
        {
            return (default, $"The config is not in the search space. {misfit}", null);
        }

        try
        {
            return (Space.Decode(vector.Span), null, null);
        }
        catch (Exception exception)
        {
            return (default, $"The config could not be created. {exception.GetType().Name}: {exception.Message}", exception);
        }
    }
}
