using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Studies.Diagnostics;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Studies.Engine;

/// <summary>Ends trials and makes that known to all who listen.</summary>
internal sealed class TrialEnder(StudySession session, TrialKeeper keeper, StudyNews news, TrialCosts costs, StudyOptions options)
{
    private const string ToldBefore = "was told before; an outcome can be told once";

    // A trial that is not given back in time waits for the next run all the same, once the lease of this process is over.
    private static readonly TimeSpan ReleaseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Ends a trial.</summary>
    /// <param name="run">The run that the trial belongs to.</param>
    /// <param name="number">The trial's number.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>How the trial is kept.</returns>
    /// <exception cref="InvalidOperationException">The trial has ended before.</exception>
    public ValueTask<StoredOutcome> EndAsync(StudyRun? run, int number, StoredOutcome outcome, CancellationToken cancellationToken)
    {
        outcome = costs.With(number, outcome);
        if (!session.IsAlone)
        {
            return EndSharedAsync(run, number, outcome, cancellationToken);
        }

        ValueTask<Decision> committed = session.CommitAsync(new EndTrial(number, outcome), cancellationToken);
        if (committed.Result.Kind != DecisionKind.Done && run is null)
        {
            ThrowIfEnded(number, ToldBefore);
        }

        return new(Settle(run, number, outcome, committed.Result));
    }

    /// <summary>Lets a trial whose run was cancelled wait for the next run where the study outlives this one, or ends it.</summary>
    /// <returns>The state that the trial has now.</returns>
    public async ValueTask<TrialState> CancelAsync(StudyRun run, int number, Exception exception)
    {
        lock (session.Gate)
        {
            run.Override(StopReason.Cancelled);
        }

        if (session.IsAlone || options.Retries.Interrupted == 0)
        {
            var cancelled = new StoredOutcome(TrialState.Cancelled, []) { Reason = "The run was cancelled.", Exception = exception };
            return (await EndAsync(run, number, cancelled, CancellationToken.None).ConfigureAwait(false)).State;
        }

        keeper.Drop(number);
        using var limit = new CancellationTokenSource(ReleaseTimeout);
        try
        {
            await session.CommitAsync(new ReleaseTrial(number, keeper.Owner), limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            options.Logger.TrialNotReleased(number, session.Name);
            return TrialState.Running;
        }

        news.Released(number);
        return TrialState.Waiting;
    }

    /// <summary>Lets a trial wait for another attempt.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="failed">How this attempt failed.</param>
    /// <param name="wait">How long the trial waits.</param>
    /// <returns><see langword="false"/> where another process has settled the trial.</returns>
    public async ValueTask<bool> TryRetryAsync(int number, StoredOutcome failed, TimeSpan wait)
    {
        var retry = new RetryTrial(number, costs.With(number, failed), wait, keeper.Owner);
        if ((await session.CommitAsync(in retry, CancellationToken.None).ConfigureAwait(false)).Kind != DecisionKind.Done)
        {
            return false;
        }

        keeper.Drop(number);
        costs.Drop(number);
        news.Retried(number, failed, wait);
        return true;
    }

    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void ThrowIfEnded(int number, string complaint)
    {
        TrialState state;
        lock (session.Gate)
        {
            state = session.State.Trials.Entry(number).State;
        }

        // A trial that waits again was given up for dead by another process, which was wrong.
        if (TrialStates.IsEnd(state))
        {
            throw new InvalidOperationException($"Trial {number} of study '{session.Title}' is {TrialStates.Word(state)} and {complaint}.");
        }
    }

    /// <summary>Says that the study has no trial of a number.</summary>
    public ArgumentOutOfRangeException NoSuchTrial(int number)
    {
        int count;
        lock (session.Gate)
        {
            count = session.State.Trials.Count;
        }

        string have = count == 0 ? "It has none yet." : $"Its trials have the numbers 0 to {count - 1}.";
        return new ArgumentOutOfRangeException(nameof(number), number, $"Study '{session.Title}' has no trial {NumberFormat.Invariant(number)}. {have}");
    }

    private async ValueTask<StoredOutcome> EndSharedAsync(StudyRun? run, int number, StoredOutcome outcome, CancellationToken cancellationToken)
    {
        // What another process does meanwhile is told apart from what this one did before. A trial of a run may have been told by its number.
        if (run is null)
        {
            ThrowIfEnded(number, ToldBefore);
        }

        Decision decision;
        try
        {
            decision = await session.CommitAsync(new EndTrial(number, outcome), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // What took hours to find out need not be lost with a disk that is full: whoever reads the log can tell it again.
            options.Logger.OutcomeNotStored(exception, number, session.Name, TrialStates.Word(outcome.State), Values(outcome));
            throw;
        }

        return Settle(run, number, outcome, decision);
    }

    private static string Values(StoredOutcome outcome)
        => outcome.Values.Length == 0 ? outcome.Reason ?? "no value" : string.Join(", ", outcome.Values.Select(NumberFormat.Invariant));

    private StoredOutcome Settle(StudyRun? run, int number, StoredOutcome outcome, Decision decision)
    {
        keeper.Drop(number);
        costs.Drop(number);
        bool isKept = decision.Kind == DecisionKind.Done;
        if (!isKept && run is null)
        {
            throw new InvalidOperationException(
                $"Trial {number} of study '{session.Title}' was ended by another process, because this one gave no sign of life for longer than "
                + $"{nameof(SharingOptions)}.{nameof(SharingOptions.Lease)}; the outcome told now is not kept.");
        }

        if (!isKept)
        {
            options.Logger.TrialLost(number, session.Name);
        }

        EndedTrial ended;
        lock (session.Gate)
        {
            run?.Count(outcome);
            ended = isKept ? news.Look(run, number, outcome.State) : default;
        }

        if (isKept)
        {
            news.Ended(number, outcome, in ended);
        }

        return outcome;
    }
}
