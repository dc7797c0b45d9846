using HyperTune.State;
using HyperTune.State.Commands;

namespace HyperTune.Studies.Engine;

/// <summary>Starts trials: one that waits if there is one, else the strategy's suggestion. One caller at a time.</summary>
internal sealed class TrialStarter(StudySession session, StrategyDriver strategy, TrialKeeper keeper, StudyDescription description)
{
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
    public async ValueTask<int> TryStartAsync(StudyRun? run, CancellationToken cancellationToken)
    {
        if (run is { IsBlocking: true })
        {
            _asking.Enter(cancellationToken);
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
                Outlook outlook = Look(run);
                if (outlook.Over != StopReason.NotStopped)
                {
                    if (outlook.Over == StopReason.TrialBudgetSpent && await WaitForOthersAsync(run!, cancellationToken).ConfigureAwait(false))
                    {
                        continue;
                    }

                    Stop(run, outlook.Over);
                    return -1;
                }

                cancellationToken.ThrowIfCancellationRequested();
                strategy.CatchUp(outlook.TrialsInAll);
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
                    case DecisionKind.Nothing when run is null || !await WaitForOthersAsync(run, cancellationToken).ConfigureAwait(false):
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

    /// <summary>Whether the best trial is as good as the budget's target; the caller holds the gate.</summary>
    public bool IsTargetReached(Budget budget)
    {
        TrialTable trials = session.State.Trials;
        Metric objective = description.Metrics.Objectives[0];
        return budget.TargetValue is { } target
            && trials.Front.Best >= 0
            && objective.ToLoss(trials.Value(trials.Front.Best)) <= objective.ToLoss(target);
    }

    /// <summary>All that has to be known before a trial can start.</summary>
    private Outlook Look(StudyRun? run)
    {
        lock (session.Gate)
        {
            TrialTable trials = session.State.Trials;
            IReadOnlyList<KeyValuePair<int, TrialOwner>> left = keeper.LeftByThisWorker();
            return new Outlook
            {
                Over = run is null ? StopReason.NotStopped : WhyOver(run, left.Count),
                NextNumber = trials.Count,

                // Trials that cost no budget have numbers, too: those imported, and those that the run does not count.
                TrialsInAll = run?.TrialLimit + trials.ImportedCount,
                HasOpenTrial = left.Count > 0 || session.State.FirstWaiting >= 0,
                Left = left,
            };
        }
    }

    private StopReason WhyOver(StudyRun run, int leftCount)
        => run.Reason != StopReason.NotStopped ? run.Reason
            : IsTargetReached(run.Budget) ? StopReason.TargetReached
            : run.ConsecutiveFailures >= description.Options.MaxConsecutiveFailures ? StopReason.TooManyFailures
            : session.State.Trials.StartedCount >= run.TrialLimit && leftCount == 0 ? StopReason.TrialBudgetSpent
            : run.Budget.Time is { } time && session.Clock.Elapsed - run.StartedAt >= time ? StopReason.TimeBudgetSpent
            : StopReason.NotStopped;

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
        return session.CommitAsync(new StartTrial(number, vector, run?.TrialLimit, keeper.Owner, keeper.Worker), cancellationToken);
    }

    /// <summary>Fills what a trial that somebody else enqueued leaves open with the strategy's suggestion.</summary>
    private async ValueTask CompleteAsync(int number, CancellationToken cancellationToken)
    {
        double[] vector;
        lock (session.Gate)
        {
            if (session.State.Trials.Entry(number).Is(TrialFlags.IsTeachable) || session.State.Points.Misfit(number) is not null)
            {
                return;
            }

            vector = session.State.Trials.Vector(number).ToArray();
        }

        if (description.Space.Parameters.All(parameter => !double.IsNaN(vector[parameter.Index]) || !parameter.IsActive(vector)))
        {
            return;
        }

        // What the others' values make active is known only with them, so all that they leave open is taken from the suggestion.
        double[] suggestion = new double[vector.Length];
        if (strategy.TryComplete(number, suggestion, cancellationToken))
        {
            foreach (Parameter parameter in description.Space.Parameters)
            {
                vector[parameter.Index] = double.IsNaN(vector[parameter.Index]) ? suggestion[parameter.Index] : vector[parameter.Index];
            }
        }

        description.Space.Normalize(vector);
        await session.CommitAsync(new AssignValues(number, vector), cancellationToken).ConfigureAwait(false);
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

    private readonly struct Outlook
    {
        public required StopReason Over { get; init; }

        public required int NextNumber { get; init; }

        public required int? TrialsInAll { get; init; }

        /// <summary>Whether there is a trial to take over.</summary>
        public required bool HasOpenTrial { get; init; }

        /// <summary>The trials that an earlier process of this worker left running.</summary>
        public required IReadOnlyList<KeyValuePair<int, TrialOwner>> Left { get; init; }
    }
}
