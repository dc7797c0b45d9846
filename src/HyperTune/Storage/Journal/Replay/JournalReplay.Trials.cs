using System.Diagnostics.CodeAnalysis;

namespace HyperTune;

internal sealed partial class JournalReplay
{
    private JournalOutcome CreateTrial(in JournalRecord record)
    {
        if (!TryGetStudy(in record, out JournalStudy? study))
        {
            return JournalOutcome.UnknownStudy;
        }

        var trial = new JournalTrial(study, _trials.Count, study.Trials.Count, _noParameters)
        {
            State = record.Has(JournalKey.State) ? ReadState(in record) : TrialState.Running,
            CreateRecord = RecordCount,
        };
        ReadTemplate(in record, trial);
        if (trial.State == TrialState.Running)
        {
            trial.StartRecord = RecordCount;
            trial.Owner = _interner.Name(record.ReadString(JournalKey.WorkerId));
        }
        else if (trial.IsFinished)
        {
            trial.FinishRecord = RecordCount;
            trial.IsAdded = true;
        }

        _trials.Add(trial);
        study.Add(trial);
        if (trial.Layout.AcceptedBy != study)
        {
            // A template is never refused, be its distributions what they are.
            Array.ForEach(trial.Layout.Entries, entry => study.Note(entry.Name, entry.Distribution));
            trial.Layout.AcceptedBy = Array.TrueForAll(trial.Layout.Entries, entry => study.Accepts(entry.Name, entry.Distribution)) ? study : null;
        }

        Happened?.Invoke(new JournalTrialEvent(RecordCount, trial, ChangeOfNew(trial.State)));
        return JournalOutcome.Applied;
    }

    private JournalOutcome SetTrialParameter(in JournalRecord record)
    {
        if (!TryGetOpenTrial(in record, out JournalTrial? trial, out JournalOutcome refusal))
        {
            return refusal;
        }

        string name = _interner.Name(record.ReadString(JournalKey.ParameterName));
        double value = record.ReadDouble(JournalKey.ParameterValue);
        JournalDistribution distribution = _interner.Distribution(record.ReadString(JournalKey.Distribution));
        bool isAccepted = trial.Layout.FindLast(name, distribution)?.AcceptedBy == trial.Study;
        if (!isAccepted && !trial.Study.Accepts(name, distribution))
        {
            return JournalOutcome.IncompatibleDistribution;
        }

        CheckIndex(name, value, distribution);
        trial.SetParameter(name, value, distribution);
        if (!isAccepted)
        {
            trial.Study.Note(name, distribution);
            trial.Layout.AcceptedBy = trial.Study;
        }

        return JournalOutcome.Applied;
    }

    private JournalOutcome SetTrialState(in JournalRecord record)
    {
        if (!TryGetOpenTrial(in record, out JournalTrial? trial, out JournalOutcome refusal))
        {
            return refusal;
        }

        TrialState state = ReadState(in record);
        if (state == TrialState.Running)
        {
            if (trial.State == TrialState.Running)
            {
                return JournalOutcome.AlreadyRunning;
            }

            trial.Started = ReadTime(in record, JournalKey.DatetimeStart);
            trial.Owner = _interner.Name(record.ReadString(JournalKey.WorkerId));
            trial.StartRecord = RecordCount;
        }

        double[]? values = ReadValues(in record);
        if (state is TrialState.Completed or TrialState.Pruned or TrialState.Failed)
        {
            trial.Finished = ReadTime(in record, JournalKey.DatetimeComplete);
            trial.FinishRecord = RecordCount;
        }

        bool waited = trial.State == TrialState.Waiting;
        trial.State = state;
        trial.Values = values ?? trial.Values;
        trial.Study.Sort(trial);
        if (!(waited && state == TrialState.Waiting))
        {
            Happened?.Invoke(new JournalTrialEvent(RecordCount, trial, ChangeOf(state)));
        }

        return JournalOutcome.Applied;
    }

    private JournalOutcome SetTrialIntermediateValue(in JournalRecord record)
    {
        if (!TryGetOpenTrial(in record, out JournalTrial? trial, out JournalOutcome refusal))
        {
            return refusal;
        }

        JournalTokenizer reader = record.Read(JournalKey.IntermediateValue);
        long step = record.ReadInteger(JournalKey.Step);
        double value = ReadNumberOrNull(ref reader);
        trial.SetIntermediateValue(step, value);
        Happened?.Invoke(new JournalTrialEvent(RecordCount, trial, JournalTrialChange.Reported, step, value));
        return JournalOutcome.Applied;
    }

    private JournalOutcome SetTrialAttribute(in JournalRecord record, JournalKey key)
    {
        if (!TryGetOpenTrial(in record, out JournalTrial? trial, out JournalOutcome refusal))
        {
            return refusal;
        }

        (string name, string json) = ReadSingleAttribute(in record, key);
        if (key == JournalKey.UserAttribute)
        {
            trial.SetUserAttribute(name, json);
        }
        else
        {
            trial.SetSystemAttribute(name, json);
        }

        return JournalOutcome.Applied;
    }

    private static JournalTrialChange ChangeOfNew(TrialState state) => state switch
    {
        TrialState.Running => JournalTrialChange.Started,
        TrialState.Waiting => JournalTrialChange.Enqueued,
        _ => JournalTrialChange.Added,
    };

    private static JournalTrialChange ChangeOf(TrialState state) => state switch
    {
        TrialState.Running => JournalTrialChange.Started,
        TrialState.Waiting => JournalTrialChange.Requeued,
        _ => JournalTrialChange.Finished,
    };

    /// <summary>The record's trial if it may still change, else why not.</summary>
    private bool TryGetOpenTrial(in JournalRecord record, [NotNullWhen(true)] out JournalTrial? trial, out JournalOutcome refusal)
    {
        long id = record.ReadInteger(JournalKey.TrialId);
        trial = id >= 0 && id < _trials.Count ? _trials[(int)id] : null;
        if (trial is null)
        {
            refusal = JournalOutcome.UnknownTrial;
            return false;
        }

        refusal = JournalOutcome.FinishedTrial;
        return !trial.IsFinished;
    }
}
