namespace HyperTune;

/// <summary>The part of a study that lives in a storage. What happened reaches the study's memory in the order of the storage, its own changes too.</summary>
internal sealed partial class StudyEngine : IStudyEvents
{
    private readonly Lock _taking = new();
    private readonly List<ImportedTrialKey> _imported = [];

    /// <summary>Adds finished trials of another study, but for those that an earlier import has brought.</summary>
    /// <returns>How many it added.</returns>
    public int Import(IReadOnlyList<ImportedTrial> trials)
    {
        if (_storage is not null)
        {
            int added = _storage.Import(trials);
            PullEvents();
            return added;
        }

        lock (_asking)
        {
            lock (_gate)
            {
                int before = _imported.Count;
                HashSet<ImportedTrialKey> known = [.. _imported];
                ImportedTrial[] added = [.. trials.Where(trial => known.Add(trial.Key))];
                _imported.Capacity = before + added.Length;
                foreach (ImportedTrial trial in added)
                {
                    _imported.Add(trial.Key);
                    ImportAlone(trial);
                }

                return _imported.Count - before;
            }
        }
    }

    void IStudyEvents.Apply(in StudyEvent happened)
    {
        int number = happened.Number;
        switch (happened.Kind)
        {
            case StudyEventKind.Enqueued:
                AddTrial(in happened, TrialState.Waiting);
                break;
            case StudyEventKind.Started when number == _trials.Count:
                AddTrial(in happened, TrialState.Running);
                _happened.Enqueue(number);
                break;
            case StudyEventKind.Started:
                _trials.Move(number, TrialState.Running, Clock.ToTicks(happened.Time));
                _happened.Enqueue(number);
                break;
            case StudyEventKind.Reported when !_trials.HasReport(number, happened.Report.Step):
                AddReport(number, happened.Report);
                break;
            case StudyEventKind.Requeued:
                _trials.Move(number, TrialState.Waiting, _trials.Entry(number).StartedAt);
                break;
            case StudyEventKind.Finished:
                SetVector(number, happened.Vector.Span, happened.IsKnowledge);
                long duration = Clock.ToTicks(happened.Time) - _trials.Entry(number).StartedAt;

                // Clocks of two processes may differ, and one may have been set back.
                Apply(number, happened.End, new TimeSpan(Math.Max(0, duration)));
                break;
        }
    }

    private void PullEvents()
    {
        lock (_gate)
        {
            _storage?.Pull(this);
        }
    }

    private void AddTrial(in StudyEvent happened, TrialState state)
    {
        if (happened.Number != _trials.Count)
        {
            throw new InvalidOperationException($"The storage of study '{Name}' gave trial {happened.Number} where trial {_trials.Count} was to come.");
        }

        _trials.Add(happened.Vector.Span, new TrialEntry
        {
            State = state,
            StartedAt = Clock.ToTicks(happened.Time),
            IsEnqueued = happened.IsEnqueued,
            IsImported = happened.IsImported,
            IsKnowledge = happened.IsKnowledge,
        });
    }

    private void SetVector(int number, ReadOnlySpan<double> vector, bool isKnowledge)
    {
        _trials.SetVector(number, vector);
        _trials.Entry(number).IsKnowledge = isKnowledge;
    }

    private void EnqueueStored(IStudyStorage storage, EnqueuedConfig config)
    {
        // Nobody of this process takes the trial before its config is known; other processes know the tuned values only.
        lock (_taking)
        {
            int number = storage.Enqueue(config.Vector);
            lock (_gate)
            {
                storage.Pull(this);
                _enqueuedConfigs.Add(number, config.Config);
            }
        }
    }

    private bool TryAskStored(IStudyStorage storage, StudyRun? run, CancellationToken cancellationToken, out int number)
    {
        while (true)
        {
            storage.Refresh();
            PullEvents();
            number = _trials.Count;
            if (run is not null && !MayStart(run))
            {
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            StrategyRun strategy = ReadyStrategy(run);
            switch (TryTakeOrStart(storage, strategy, run, cancellationToken, ref number))
            {
                case TrialStart.Started:
                    return true;
                case TrialStart.BudgetSpent:
                    Stop(run, StopReason.TrialBudgetSpent);
                    return false;
                case TrialStart.Nothing:
                    Stop(run, StopReason.SpaceExhausted);
                    return false;
            }
        }
    }

    private TrialStart TryTakeOrStart(IStudyStorage storage, StrategyRun strategy, StudyRun? run, CancellationToken cancellationToken, ref int number)
    {
        int? trialBudget = run?.Budget.Trials;
        TrialStart start;
        int taken;
        lock (_taking)
        {
            start = storage.TryTake(trialBudget, Clock.ToDateTime(Clock.Elapsed.Ticks), out taken);
        }

        if (start == TrialStart.Started)
        {
            number = taken;
            PullEvents();
            Complete(storage, strategy, number, cancellationToken);
        }
        else if (start == TrialStart.Nothing && HasStartedAll(trialBudget))
        {
            start = TrialStart.BudgetSpent;
        }
        else if (start == TrialStart.Nothing && TrySuggest(strategy, number, cancellationToken))
        {
            start = storage.TryStart(number, _suggestion, trialBudget, Clock.ToDateTime(Clock.Elapsed.Ticks));
            PullEvents();
        }

        return start;
    }

    /// <summary>Fills what a trial that somebody else enqueued leaves open with the strategy's suggestion.</summary>
    private void Complete(IStudyStorage storage, StrategyRun strategy, int number, CancellationToken cancellationToken)
    {
        double[] vector = VectorOf(number).ToArray();
        Parameter[] open = [.. Space.Parameters.Where(parameter => double.IsNaN(vector[parameter.Index]) && parameter.IsActive(vector))];
        double[] suggestion = new double[vector.Length];
        if (open.Length == 0)
        {
            return;
        }

        // What the others' values make active is known only with them, so all that they leave open is taken from the suggestion.
        if (strategy.TrySuggest(number, suggestion, cancellationToken))
        {
            foreach (Parameter parameter in Space.Parameters.Where(parameter => double.IsNaN(vector[parameter.Index])))
            {
                vector[parameter.Index] = suggestion[parameter.Index];
            }
        }

        Space.Normalize(vector);
        storage.Complete(number, vector);
        lock (_gate)
        {
            storage.Pull(this);
            SetVector(number, vector, Space.Contains(vector));
        }
    }

    private bool FinishStored(IStudyStorage storage, StudyRun? run, int number, in TrialEnd end, DateTimeOffset finishedAt)
    {
        bool isKept = storage.TryFinish(number, in end, finishedAt);
        PullEvents();
        if (isKept)
        {
            return true;
        }

        if (run is null)
        {
            throw new InvalidOperationException(
                $"Trial {number} of study '{Name}' was ended by another process, because this one gave no sign of life for longer than "
                + $"{nameof(StudyOptions)}.{nameof(StudyOptions.Lease)}; the outcome told now is not kept.");
        }

        _options.Logger.TrialLost(number, Name);
        return false;
    }

    private void ImportAlone(ImportedTrial trial)
    {
        int number = _trials.Count;
        _trials.Add(trial.Vector, new TrialEntry { StartedAt = Clock.ToTicks(trial.StartedAt), IsImported = true, IsKnowledge = true });
        foreach (TrialReport report in trial.Reports)
        {
            AddReport(number, report);
        }

        Apply(number, trial.End, trial.FinishedAt - trial.StartedAt);
    }
}
