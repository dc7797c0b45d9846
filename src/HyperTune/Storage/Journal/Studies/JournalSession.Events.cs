using System.Globalization;

namespace HyperTune;

internal sealed partial class JournalSession
{
    private readonly Lock _eventsLock = new();
    private readonly Queue<StudyEvent> _events = new();
    private bool _isLoaded;

    public void Pull(IStudyEvents events)
    {
        if (!_isLoaded)
        {
            _journal.Subscribe(this, events);
            _isLoaded = true;
        }

        lock (_eventsLock)
        {
            while (_events.TryDequeue(out StudyEvent happened))
            {
                events.Apply(in happened);
            }
        }
    }

    /// <summary>Hands over the study as it is, in the order in which things happened.</summary>
    public void Load(JournalReplay replay, IStudyEvents events)
    {
        JournalStudy study = Find(replay);
        var moments = new List<(int Record, JournalTrial Trial)>(study.Trials.Count * 2);
        foreach (JournalTrial trial in study.Trials)
        {
            moments.Add((trial.CreateRecord, trial));
            if (trial.StartRecord > trial.CreateRecord && trial.State != TrialState.Waiting)
            {
                moments.Add((trial.StartRecord, trial));
            }

            if (trial.FinishRecord > trial.CreateRecord)
            {
                moments.Add((trial.FinishRecord, trial));
            }
        }

        moments.Sort(static (a, b) => a.Record.CompareTo(b.Record));
        double[] vector = new double[_description.Space.DimensionCount];
        foreach ((int record, JournalTrial trial) in moments)
        {
            Load(trial, record, vector, events);
        }
    }

    /// <summary>Takes what has happened since.</summary>
    public void Take(List<JournalTrialEvent> happened)
    {
        lock (_eventsLock)
        {
            foreach (JournalTrialEvent one in happened)
            {
                if (one.Trial.Study.Id == _id)
                {
                    Take(one);
                }
            }
        }
    }

    private void Load(JournalTrial trial, int record, double[] vector, IStudyEvents events)
    {
        if (record == trial.FinishRecord)
        {
            if (trial.IsAdded)
            {
                events.Apply(Event(StudyEventKind.Started, trial, vector));
            }

            LoadReports(trial, events);
            events.Apply(Event(StudyEventKind.Finished, trial, vector));
        }
        else if (record == trial.StartRecord && trial.State != TrialState.Waiting)
        {
            events.Apply(Event(StudyEventKind.Started, trial, vector));
            if (!trial.IsFinished)
            {
                LoadReports(trial, events);
            }
        }
        else
        {
            events.Apply(Event(StudyEventKind.Enqueued, trial, vector));
            if (trial.State == TrialState.Waiting)
            {
                LoadReports(trial, events);
            }
        }
    }

    private static void LoadReports(JournalTrial trial, IStudyEvents events)
    {
        foreach ((long step, double value) in trial.IntermediateValues)
        {
            if (ReportOf(trial, step, value) is { } report)
            {
                events.Apply(in report);
            }
        }
    }

    private void Take(JournalTrialEvent happened)
    {
        JournalTrial trial = happened.Trial;
        switch (happened.Change)
        {
            case JournalTrialChange.Reported:
                if (ReportOf(trial, happened.Step, happened.Value) is { } report)
                {
                    _events.Enqueue(report);
                }

                break;
            case JournalTrialChange.Added:
                _events.Enqueue(Event(StudyEventKind.Started, trial));
                foreach ((long step, double value) in trial.IntermediateValues)
                {
                    if (ReportOf(trial, step, value) is { } added)
                    {
                        _events.Enqueue(added);
                    }
                }

                _events.Enqueue(Event(StudyEventKind.Finished, trial));
                break;
            default:
                _events.Enqueue(Event(KindOf(happened.Change), trial));
                break;
        }
    }

    private static StudyEventKind KindOf(JournalTrialChange change) => change switch
    {
        JournalTrialChange.Enqueued => StudyEventKind.Enqueued,
        JournalTrialChange.Started => StudyEventKind.Started,
        JournalTrialChange.Requeued => StudyEventKind.Requeued,
        _ => StudyEventKind.Finished,
    };

    private StudyEvent Event(StudyEventKind kind, JournalTrial trial) => Event(kind, trial, new double[_description.Space.DimensionCount]);

    private StudyEvent Event(StudyEventKind kind, JournalTrial trial, double[] vector)
    {
        JournalFit fit = _map.ToVector(trial, vector);
        bool isInside = fit.IsInside;
        if (!isInside && fit.IsKnown && trial.IsFinished && _options.ChangedSpace == ChangedSpacePolicy.ContinueWithNearest)
        {
            _map.MoveInside(vector);
            isInside = true;
        }

        DateTime? time = kind == StudyEventKind.Finished ? trial.Finished : trial.Started;
        return new StudyEvent
        {
            Kind = kind,
            Number = trial.Number,
            Vector = vector,
            IsKnowledge = isInside && (fit.IsComplete || trial.IsFinished),
            IsEnqueued = trial.SystemAttributes?.TryGet(JournalAttributeNames.FixedParameters, out _) == true,
            IsImported = trial.IsAdded,
            Time = time is { } utc ? new DateTimeOffset(utc) : default,
            End = kind == StudyEventKind.Finished ? EndOf(trial) : default,
        };
    }

    private static StudyEvent? ReportOf(JournalTrial trial, long step, double value) => step is < 0 or > int.MaxValue
        ? null
        : new StudyEvent { Kind = StudyEventKind.Reported, Number = trial.Number, Report = new TrialReport((int)step, value) };

    // Optuna keeps infinite values and trials without any reason for their failure.
    internal static TrialEnd EndOf(JournalTrial trial)
    {
        double value = trial.Values.Length == 0 ? double.NaN : trial.Values[0];
        return trial.State switch
        {
            TrialState.Completed when double.IsFinite(value) => new TrialEnd(TrialState.Completed, value, null),
            TrialState.Completed => Failed(string.Create(CultureInfo.InvariantCulture, $"The stored value is {value}, which is no finite number.")),
            TrialState.Pruned => new TrialEnd(TrialState.Pruned, value, null),
            _ when trial.SystemAttributes?.TryGet(JournalAttributeNames.Failure, out string? reason) == true => Failed(Text(reason)),
            _ => Failed("The journal gives no reason."),
        };
    }

    private static TrialEnd Failed(string reason) => new(TrialState.Failed, double.NaN, new TrialFailure(reason, null));
}
