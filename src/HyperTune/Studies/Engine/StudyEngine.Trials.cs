namespace HyperTune;

internal sealed partial class StudyEngine
{
    /// <summary>Keeps a report of a running trial and tells it to the pruner, unless the trial has one for that step.</summary>
    /// <exception cref="InvalidOperationException">The trial has ended.</exception>
    public void Report(int number, TrialReport report)
    {
        bool isNew;
        lock (_gate)
        {
            ThrowIfFinished(number, "cannot take a report any more");
            isNew = !_trials.HasReport(number, report.Step);
            if (isNew && _storage is null)
            {
                AddReport(number, report);
            }
        }

        if (!isNew)
        {
            _options.Logger.ReportIgnored(number, Name, report.Step);
        }
        else if (_storage is not null)
        {
            _storage.Report(number, report);
            PullEvents();
        }
    }

    /// <summary>What the pruner says about a running trial.</summary>
    public bool ShouldPrune(int number)
    {
        lock (_gate)
        {
            ref readonly TrialEntry entry = ref _trials.Entry(number);
            return entry.State == TrialState.Running && _pruner.ShouldPrune(number, entry.ReportSpan);
        }
    }

    /// <summary>Ends a trial and makes that known to all who listen.</summary>
    /// <param name="run">The run that the trial belongs to.</param>
    /// <param name="number">The trial's number.</param>
    /// <param name="outcome">What the objective said.</param>
    /// <param name="exception">What it threw.</param>
    /// <returns>How the trial ended.</returns>
    /// <exception cref="InvalidOperationException">The trial has ended before.</exception>
    public TrialEnd Finish(StudyRun? run, int number, in TrialOutcome outcome, Exception? exception)
    {
        TrialEnd end;
        TimeSpan now;
        TimeSpan duration;
        lock (_gate)
        {
            ThrowIfFinished(number, "was told before; an outcome can be told once");
            now = Clock.Elapsed;
            end = TrialEnd.Of(in outcome, exception, _trials.Entry(number).ReportSpan);
            duration = now - new TimeSpan(_trials.Entry(number).StartedAt);
            if (_storage is null)
            {
                Apply(number, in end, duration);
            }
        }

        bool isKept = _storage is null || FinishStored(_storage, run, number, in end, Clock.ToDateTime(now.Ticks));
        StudyProgress? progress;
        lock (_gate)
        {
            Count(run, end.State);
            progress = _options.Progress is null ? null : Describe(run, number, in end, now);
        }

        if (isKept)
        {
            Announce(number, in end, duration);
            _options.Progress?.Report(progress!);
        }

        return end;
    }

    private void Announce(int number, in TrialEnd end, TimeSpan duration)
    {
        _metrics.TrialEnded(Name, end.State, duration);
        if (end.Failure is { } failure)
        {
            _options.Logger.TrialFailed(failure.Exception, number, Name, duration, failure.Reason);
        }
        else
        {
            _options.Logger.TrialEnded(number, Name, TrialStates.Word(end.State), end.Value, duration);
        }
    }

    private void Apply(int number, in TrialEnd end, TimeSpan duration)
    {
        _trials.Finish(number, in end, duration.Ticks);
        _happened.Enqueue(~number);
        double value = end.State == TrialState.Completed ? end.Value : double.NaN;
        _pruner.Tell(number, end.State, value, _trials.Entry(number).ReportSpan);
    }

    private void Count(StudyRun? run, TrialState state)
    {
        if (run is null)
        {
            return;
        }

        run.FinishedTrials++;
        run.ConsecutiveFailures = state == TrialState.Failed ? run.ConsecutiveFailures + 1 : 0;
    }

    private StudyProgress Describe(StudyRun? run, int number, in TrialEnd end, TimeSpan now)
    {
        TimeSpan elapsed = now - (run?.StartedAt ?? TimeSpan.Zero);
        int best = _trials.BestNumber;
        return new StudyProgress
        {
            StudyName = Name,
            CompletedTrials = _trials.CountOf(TrialState.Completed),
            PrunedTrials = _trials.CountOf(TrialState.Pruned),
            FailedTrials = _trials.CountOf(TrialState.Failed),
            RunningTrials = _trials.CountOf(TrialState.Running),
            TrialNumber = number,
            TrialState = end.State,
            TrialValue = double.IsNaN(end.Value) ? null : end.Value,
            BestTrialNumber = best < 0 ? null : best,
            BestValue = best < 0 ? null : _trials.Value(best),
            Elapsed = elapsed,
            Budget = run?.Budget,
            Fraction = run?.Fraction(elapsed, SpentTrials(run)),
            EstimatedTimeLeft = run?.TimeLeft(elapsed, SpentTrials(run)),
        };
    }

    private void ThrowIfFinished(int number, string complaint)
    {
        // A trial that waits again was given up for dead by another process, which was wrong.
        TrialState state = _trials.Entry(number).State;
        if (state is not (TrialState.Running or TrialState.Waiting))
        {
            throw new InvalidOperationException($"Trial {number} of study '{Name}' is {TrialStates.Word(state)} and {complaint}.");
        }
    }

    private void AddReport(int number, TrialReport report)
    {
        _trials.AddReport(number, report);
        _pruner.Report(number, report);
    }
}
