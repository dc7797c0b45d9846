using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.State.Commands;

namespace HyperTune.Studies.Engine;

/// <summary>Starts trials: one that waits if there is one, else the strategy's suggestion. One caller at a time.</summary>
internal sealed class TrialStarter(
    StudySession session, TrialFeed feed, StrategyDriver strategy, StoppingWatch stopping, TrialKeeper keeper, StudyLookout lookout, StudyDescription description)
{
    // What another process ends is seen so much later at most.
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly AsyncGate _asking = new();
    private readonly AsyncGate _taking = new();

    /// <summary>The turn to ask the strategy, which may compute for long, and to wait for the log meanwhile.</summary>
    public AsyncGate Asking => _asking;

    /// <summary>Keeps this process from taking a trial over for as long as it is not released.</summary>
    public AsyncGate Taking => _taking;

    /// <summary>Starts the next trial.</summary>
    /// <param name="run">The run that asks; its budget is looked at first. <see langword="null"/> for a caller who asks one by one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The trial's number; -1 when the run is over, or when the strategy has nothing left.</returns>
    public ValueTask<int> TryStartAsync(StudyRun? run, CancellationToken cancellationToken)
    {
        // Nearly every ask of a study in memory has nothing to wait for, and is spared the price of being able to.
        if (session.IsAlone && _asking.TryEnter())
        {
            try
            {
                if (TrySuggestNow(run, cancellationToken, out int number))
                {
                    return new(number);
                }
            }
            catch (Exception exception)
            {
                return ValueTask.FromException<int>(exception);
            }
            finally
            {
                _asking.Exit();
            }
        }

        return StartAsync(run, cancellationToken);
    }

    private bool TrySuggestNow(StudyRun? run, CancellationToken cancellationToken, out int number)
    {
        StudyLookout.Outlook outlook = lookout.Look(run);
        number = outlook.NextNumber;
        if (outlook.Over != StopReason.NotStopped || outlook.HasOpenTrial)
        {
            return false;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (strategy.CatchUp(run?.Within, outlook.TrialsInAll, number) >= 0 || (run is not null && stopping.HasEnded(run, strategy.IsStarting)))
        {
            return false;
        }

        if (SuggestAsync(number, run, cancellationToken) is not { IsCompletedSuccessfully: true, Result.Kind: DecisionKind.Done })
        {
            return false;
        }

        strategy.Announce(number);
        return true;
    }

    private async ValueTask<int> StartAsync(StudyRun? run, CancellationToken cancellationToken)
    {
        if (run is { IsBlocking: true })
        {
            _asking.Enter();
        }
        else
        {
            await _asking.EnterAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            while (true)
            {
                await session.RefreshAsync(cancellationToken).ConfigureAwait(false);
                await keeper.SettleAsync(cancellationToken).ConfigureAwait(false);
                StudyLookout.Outlook outlook = lookout.Look(run);
                if (outlook.Over != StopReason.NotStopped)
                {
                    if (StudyLookout.LeavesFreeTrials(outlook.Over) && await WaitAsync(run!, outlook, cancellationToken).ConfigureAwait(false))
                    {
                        continue;
                    }

                    Stop(run, outlook.Over);
                    return -1;
                }

                cancellationToken.ThrowIfCancellationRequested();
                Task ended = NextEnd();
                if (strategy.CatchUp(run?.Within, outlook.TrialsInAll, outlook.HasOpenTrial ? outlook.FirstOpen : outlook.NextNumber) is >= 0 and var late)
                {
                    await WaitForAsync(late, ended, run, outlook, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (run is not null && stopping.HasEnded(run, strategy.IsStarting))
                {
                    return -1;
                }

                Decision decision = outlook.HasOpenTrial
                    ? await TakeAsync(outlook.Left, run, cancellationToken).ConfigureAwait(false)
                    : new Decision(DecisionKind.Nothing);
                if (decision.Kind == DecisionKind.Nothing)
                {
                    decision = await SuggestAsync(outlook.NextNumber, run, cancellationToken).ConfigureAwait(false);
                }

                switch (decision.Kind)
                {
                    case DecisionKind.Done:
                        keeper.Keep(decision.Number);
                        strategy.Announce(decision.Number);
                        return decision.Number;
                    case DecisionKind.Nothing when run is null || !await WaitAsync(run, outlook, cancellationToken).ConfigureAwait(false):
                        Stop(run, StopReason.SpaceExhausted);
                        return -1;
                }
            }
        }
        finally
        {
            _asking.Exit();
        }
    }

    private async ValueTask<Decision> TakeAsync(
        IReadOnlyList<KeyValuePair<int, TrialOwner>> left, StudyRun? run, CancellationToken cancellationToken)
    {
        await _taking.EnterAsync(cancellationToken).ConfigureAwait(false);
        Decision decision;
        try
        {
            var take = new TakeTrial(left, run?.TrialLimit, keeper.Owner, keeper.Worker);
            decision = await session.CommitAsync(in take, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _taking.Exit();
        }

        if (decision.Kind == DecisionKind.Done)
        {
            await CompleteAsync(decision.Number, cancellationToken).ConfigureAwait(false);
        }

        return decision;
    }

    private ValueTask<Decision> SuggestAsync(int number, StudyRun? run, CancellationToken cancellationToken)
    {
        if (!strategy.TrySuggest(number, cancellationToken))
        {
            return new(new Decision(DecisionKind.Nothing));
        }

        // The suggestion's memory is the driver's: a log that keeps events waiting has a copy.
        ReadOnlyMemory<double> vector = session.IsAlone ? strategy.Suggestion : strategy.Suggestion.ToArray();
        int? parent = strategy.Parent is { } named && HasCheckpoint(named, number) ? named : null;
        return session.CommitAsync(new StartTrial(number, vector, run?.TrialLimit, keeper.Owner, keeper.Worker) { Parent = parent }, cancellationToken);
    }

    // Only an imported trial had no chance to save one.
    private bool HasCheckpoint(int parent, int number)
    {
        lock (session.Gate)
        {
            if (session.State.Files.Of(parent).Checkpoint is not null)
            {
                return true;
            }

            return session.State.Trials.Entry(parent).Is(TrialFlags.IsImported)
                ? false
                : throw new InvalidOperationException(
                    $"Trial {number} of study '{session.Title}' is to go on from the checkpoint of trial {parent}, which saved none, as {description.Options.Strategy} needs. "
                    + "In the objective, begin with trial.Checkpoint.OpenAsync(), which gives that of the parent, and end with trial.Checkpoint.SaveAsync(stream).");
        }
    }

    /// <summary>Fills what a trial that somebody else enqueued leaves open with the strategy's suggestion.</summary>
    private async ValueTask CompleteAsync(int number, CancellationToken cancellationToken)
    {
        double[] vector;
        SpaceOutline? narrowing;
        lock (session.Gate)
        {
            if (session.State.Trials.Entry(number).Is(TrialFlags.IsTeachable) || session.State.Points.Misfit(number) is not null)
            {
                return;
            }

            vector = session.State.Trials.Vector(number).ToArray();
            narrowing = session.State.NarrowingOf(number);
        }

        if (description.Space.Parameters.All(parameter => !double.IsNaN(vector[parameter.Index]) || !parameter.IsActive(vector)))
        {
            return;
        }

        double[] suggestion = new double[vector.Length];
        if (!strategy.TryComplete(number, narrowing, suggestion, cancellationToken, out SearchSpace space))
        {
            Array.Fill(suggestion, double.NaN);
        }

        vector = OpenValues.Fill(space, vector, suggestion, (ulong)number);
        await session.CommitAsync(new AssignValues(number, vector), cancellationToken).ConfigureAwait(false);
    }

    private Task NextEnd()
    {
        lock (session.Gate)
        {
            return feed.NextEnd;
        }
    }

    /// <summary>Waits until a trial has ended, for one whose result the next suggestion is to know.</summary>
    private async ValueTask WaitForAsync(int late, Task ended, StudyRun? run, StudyLookout.Outlook outlook, CancellationToken cancellationToken)
    {
        if (run is null)
        {
            throw new InvalidOperationException(
                $"Trial {late} of study '{session.Title}' has to be told before another one can be asked for, because the study is to be the same with up to "
                + $"{description.Window} workers ({nameof(StudyOptions)}.{nameof(StudyOptions.ReproducibleUpTo)}).");
        }

        // Nobody but who waits here may be there to try the trial again, if that fails while this waits.
        await (session.IsAlone && !outlook.HasRetryToCome && description.Options.Retries is { Failed: 0, TimedOut: 0 } ? ended : Task.WhenAny(ended, Task.Delay(Poll, description.Options.TimeProvider, cancellationToken)))
            .WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits a while for what may still be to do: a retry, or something that happened in the trials that others run.</summary>
    /// <returns><see langword="false"/> when there is nothing to wait for.</returns>
    private async ValueTask<bool> WaitAsync(StudyRun run, StudyLookout.Outlook outlook, CancellationToken cancellationToken)
    {
        if (!outlook.HasRetryToCome)
        {
            return await WaitForOthersAsync(run, cancellationToken).ConfigureAwait(false);
        }

        await Task.Delay(Poll, description.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Waits until something happened in the trials that others run, where the budget says so.</summary>
    /// <returns><see langword="false"/> when there is nothing to wait for.</returns>
    private async ValueTask<bool> WaitForOthersAsync(StudyRun run, CancellationToken cancellationToken)
    {
        bool waits;
        lock (session.Gate)
        {
            waits = run.Budget.WaitForOthers && run.Reason == StopReason.NotStopped && keeper.CountElsewhere() > 0;
        }

        if (waits)
        {
            await session.Log.WaitAsync(session.Version, cancellationToken).ConfigureAwait(false);
        }

        return waits;
    }

    private void Stop(StudyRun? run, StopReason reason)
    {
        lock (session.Gate)
        {
            run?.Stop(reason);
        }
    }
}
