namespace HyperTune;

internal sealed partial class StudyEngine
{
    private StudyRun? _run;
    private TimeSpan _timeOfEndedRuns;
    private StopReason _stopReason;

    /// <summary>Begins a run.</summary>
    /// <exception cref="ArgumentException">The budget is empty.</exception>
    /// <exception cref="InvalidOperationException">A run is going on.</exception>
    public StudyRun BeginRun(Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        if (budget.IsEmpty)
        {
            throw new ArgumentException("The budget limits nothing; set its Trials, Time or TargetValue.", nameof(budget));
        }

        StudyRun run;
        lock (_gate)
        {
            if (_run is not null)
            {
                throw new InvalidOperationException(
                    $"Study '{Name}' is running already. Wait for that run to end, "
                    + $"or raise {nameof(StudyOptions.Parallelism)} to run trials side by side.");
            }

            _stopReason = StopReason.NotStopped;
            _run = run = new StudyRun(budget, Clock.Elapsed);
        }

        _options.Logger.RunStarted(Name, budget, _options.Strategy, _options.Pruner, Seed, _options.Parallelism);
        return run;
    }

    /// <summary>Ends a run and settles why it did.</summary>
    public void EndRun(StudyRun run)
    {
        TimeSpan duration;
        lock (_gate)
        {
            if (run.Reason is StopReason.TrialBudgetSpent or StopReason.TimeBudgetSpent && IsTargetReached(run.Budget))
            {
                // The last trials of the budget reached it after the budget had been found spent.
                run.Override(StopReason.TargetReached);
            }

            duration = Clock.Elapsed - run.StartedAt;
            _timeOfEndedRuns += duration;
            _stopReason = run.Reason;
            _run = null;
        }

        TellLastResults(run.Reason);
        LogEnd(run.Reason, duration);
    }

    /// <summary>Lets no further trial of the run start.</summary>
    public void Stop(StudyRun? run, StopReason reason)
    {
        lock (_gate)
        {
            run?.Stop(reason);
        }
    }

    /// <summary>Ends the run as cancelled, even where its budget was spent, because a trial of it was cut short, and ends that trial or gives it back.</summary>
    /// <returns>How the trial ended; waiting where the storage keeps it for the next run.</returns>
    public TrialEnd Cancel(StudyRun run, int number, Exception exception)
    {
        lock (_gate)
        {
            run.Override(StopReason.Cancelled);
        }

        if (_storage is null || _options.InterruptedTrialRetries == 0)
        {
            return Finish(run, number, TrialOutcome.Failed("cancelled"), exception);
        }

        _storage.Release(number, Clock.ToDateTime(Clock.Elapsed.Ticks));
        PullEvents();
        _metrics.TrialReleased(Name);
        _options.Logger.TrialReleased(number, Name);
        return new TrialEnd(TrialState.Waiting, double.NaN, Failure: null);
    }

    /// <summary>Lets no further trial of the current run start, if there is one.</summary>
    public void RequestStop()
    {
        lock (_gate)
        {
            _run?.Stop(StopReason.StopRequested);
        }
    }

    // Results wait for the next suggestion; after a run's end there may be none for long.
    private void TellLastResults(StopReason reason)
    {
        lock (_asking)
        {
            if (_strategy is not null && reason != StopReason.Faulted)
            {
                TellStrategy(_strategy);
            }
        }
    }

    private void LogEnd(StopReason reason, TimeSpan duration)
    {
        StudyMoment moment = Now();
        if (moment.BestNumber < 0)
        {
            _options.Logger.RunEndedWithoutResult(Name, duration, reason, moment.TrialCount);
        }
        else
        {
            _options.Logger.RunEnded(Name, duration, reason, moment.TrialCount, moment.BestNumber, moment.BestValue);
        }

        if (ExplainStrategy() is { } explanation)
        {
            _options.Logger.StrategyExplained(Name, explanation);
        }
    }

    private bool MayStart(StudyRun run)
    {
        lock (_gate)
        {
            if (IsTargetReached(run.Budget))
            {
                run.Stop(StopReason.TargetReached);
            }
            else if (run.ConsecutiveFailures >= _options.MaxConsecutiveFailures)
            {
                run.Stop(StopReason.TooManyFailures);
            }
            else if (_storage is null && run.StartedTrials >= run.Budget.Trials)
            {
                run.Stop(StopReason.TrialBudgetSpent);
            }
            else if (run.Budget.Time is { } time && Clock.Elapsed - run.StartedAt >= time)
            {
                run.Stop(StopReason.TimeBudgetSpent);
            }

            return run.Reason == StopReason.NotStopped;
        }
    }

    /// <summary>Whether a stored study has all its trials, whichever process started them; one that this worker left unfinished may be among them.</summary>
    private bool HasStartedAll(int? trialBudget)
    {
        lock (_gate)
        {
            return _trials.StartedCount >= trialBudget;
        }
    }

    private int SpentTrials(StudyRun run) => _storage is null ? run.FinishedTrials : _trials.FinishedCount - _trials.ImportedCount;

    private bool IsTargetReached(Budget budget)
        => budget.TargetValue is { } target
            && _trials.BestNumber >= 0
            && _trials.Turn(_trials.Value(_trials.BestNumber)) <= _trials.Turn(target);
}
