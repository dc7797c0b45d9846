using HyperTune.Metrics;
using HyperTune.State;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal.Events;

/// <summary>
/// Turns events into records, and tells the replay of each record what it would find on reading it. What has no record of its own, also because Optuna
/// would refuse it, becomes an attribute of the study.
/// </summary>
internal sealed class JournalEventWriter(
    JournalReplay replay,
    JournalEventReader reader,
    JournalVocabulary vocabulary,
    JournalRecordWriter records,
    string participant)
{
    private readonly JournalTemplateWriter _templates = new(vocabulary);
    private readonly List<JournalParameter> _parameters = [];
    private readonly List<KeyValuePair<string, string>> _attributes = [];

    /// <summary>Writes what has happened.</summary>
    /// <param name="study">The study.</param>
    /// <param name="happened">The event.</param>
    /// <param name="lease">The sign of life of a trial that starts to run.</param>
    /// <param name="written">Receives what a reader of the records finds: the event or, where the format knows smaller ones only, several.</param>
    public void Write(JournalStudy study, in StudyEvent happened, string lease, List<StudyEvent> written)
    {
        replay.Studies.EndCreation();
        records.WorkerId = happened.Owner ?? participant;
        switch (happened.Kind)
        {
            case StudyEventKind.Started or StudyEventKind.Enqueued or StudyEventKind.Imported:
                JournalTrialTemplate template = _templates.Write(study, in happened, lease);
                records.CreateTrial(study.Id, template);
                Check(replay.CreateTrial(study.Id, template, records.WorkerId, out _));
                break;
            case StudyEventKind.SpaceChanged when happened.Payload.IsEmpty:
                vocabulary.Declare(happened.Layout!);
                SetAttribute(study, JournalAttributeNames.Space, JournalSpaceText.ToJson(happened.Layout!.Outline));
                break;
            case StudyEventKind.SeedChosen when happened.Payload.IsEmpty:
                SetAttribute(study, JournalAttributeNames.Seed, JournalAttributeValue.Write(happened.Seed.GetValueOrDefault()));
                break;
            case StudyEventKind.FilesOpened when happened.Payload.IsEmpty:
                SetAttribute(study, JournalAttributeNames.Files, JournalAttributeValue.Write(happened.Scope!));
                break;
            case StudyEventKind.Noted when happened.Payload.IsEmpty:
                StudyNote note = happened.Note!;
                records.SetStudyUserAttribute(study.Id, note.Name, note.Text is { } text ? JournalAttributeValue.Write(text) : "null");
                break;
            case StudyEventKind.Assigned when happened.Payload.IsEmpty && Find(study, happened.Trial) is { } trial:
                _parameters.Clear();
                vocabulary.Points.Write(happened.Point, _parameters);
                SetMissing(study, trial, written);
                return;
            default:
                JournalOpenTrial? open = happened.Payload.IsEmpty ? Find(study, happened.Trial) : null;
                if (open is null || !TryChange(open, in happened, lease))
                {
                    Keep(study, in happened);
                }

                break;
        }

        written.Add(happened);
        if (happened.Kind == StudyEventKind.Taken && Find(study, happened.Trial) is { IsRunning: true, Fixed: { } wanted } taken)
        {
            // Optuna keeps the values of an enqueued trial beside it until somebody takes it up.
            _parameters.Clear();
            vocabulary.Points.Write(wanted, _parameters);
            SetMissing(study, taken, written);
        }
    }

    /// <summary>Writes a sign of life.</summary>
    public void Renew(JournalOpenTrial trial, string lease)
    {
        replay.Studies.EndCreation();
        records.WorkerId = participant;
        SetAttribute(trial, JournalAttributeNames.Lease, lease);
    }

    private JournalOpenTrial? Find(JournalStudy study, int number)
        => number >= 0 && number < study.TrialCount ? replay.OpenTrials.GetValueOrDefault(study.TrialIds[number]) : null;

    private bool TryChange(JournalOpenTrial trial, in StudyEvent happened, string lease)
    {
        switch (happened.Kind)
        {
            case StudyEventKind.Taken when !trial.IsRunning:
                Take(trial, in happened, lease);
                return true;
            case StudyEventKind.HandedOver when trial.IsRunning:
                Entrust(trial, in happened, lease);
                return true;
            case StudyEventKind.Reported:
                Report(trial, in happened);
                return true;
            case StudyEventKind.Expired:
                SetAttribute(trial, JournalAttributeNames.Interruptions, JournalAttributeValue.Write(happened.Interruptions));
                SetState(trial, TrialState.Waiting, [], happened.Time);
                return true;
            case StudyEventKind.Released:
                SetState(trial, TrialState.Waiting, [], happened.Time);
                return true;
            case StudyEventKind.Ended:
                _attributes.Clear();
                (TrialState state, double[] values) = vocabulary.Values.Write(happened.Outcome!, _attributes);
                vocabulary.Artifacts.Write(trial.Number, _attributes);
                vocabulary.Artifacts.Forget(trial.Number);
                foreach ((string name, string json) in _attributes)
                {
                    SetAttribute(trial, name, json);
                }

                Record(trial, happened.Outcome!);
                SetState(trial, state, values, happened.Time);
                return true;
            default:
                return false;
        }
    }

    // The lease comes first: a writer that dies between the two leaves a trial that waits still, not one that runs for ever.
    private void Take(JournalOpenTrial trial, in StudyEvent happened, string lease)
    {
        SetAttribute(trial, JournalAttributeNames.Lease, lease);
        SetWorker(trial, happened.Worker);
        SetState(trial, TrialState.Running, [], happened.Time);
    }

    private void Entrust(JournalOpenTrial trial, in StudyEvent happened, string lease)
    {
        SetAttribute(trial, JournalAttributeNames.Lease, lease);
        SetWorker(trial, happened.Worker);
        SetAttribute(trial, JournalAttributeNames.Owner, TextOrNull(happened.Owner));
    }

    private void SetWorker(JournalOpenTrial trial, string? worker)
    {
        if (worker != trial.Worker)
        {
            SetAttribute(trial, JournalAttributeNames.Worker, TextOrNull(worker));
        }
    }

    private static string TextOrNull(string? text) => text is null ? "null" : JournalAttributeValue.Write(text);

    private void Report(JournalOpenTrial trial, in StudyEvent happened)
    {
        TrialReport report = happened.Report;
        if (report.Kind != trial.ReportKind)
        {
            SetAttribute(trial, JournalAttributeNames.Reports, JournalOpenTrial.Json(report.Kind));
        }

        // Before the value, so that a reader has them when it comes to the report.
        foreach (ReportedMetrics reported in happened.ReportedMetrics ?? [])
        {
            SetAttribute(trial, JournalOpenTrial.NameOf(reported), JournalAttributeValue.Write(reported.Values));
        }

        trial.TakeMetrics(report.Step);
        records.SetTrialIntermediateValue(trial.Id, report.Step, report.Value);
    }

    private void Record(JournalOpenTrial trial, StoredOutcome outcome)
    {
        // What somebody else noted of the trial under such a name before it ran is not what it recorded.
        string[] stale = outcome.State != TrialState.Completed || trial.Records is null ? [] : [.. trial.Records.Keys];
        IEnumerable<RecordedValue> nothing = stale
            .Where(name => Array.FindIndex(outcome.Records ?? [], record => record.Name == name) < 0)
            .Select(static name => new RecordedValue(name, default));
        foreach ((string name, RecordValue value) in (outcome.Records ?? []).Concat(nothing))
        {
            records.SetTrialUserAttribute(trial.Id, name, JournalRecordValue.Write(value));
            trial.Record(name, value);
        }
    }

    private void SetMissing(JournalStudy study, JournalOpenTrial trial, List<StudyEvent> written)
    {
        foreach (JournalParameter wanted in _parameters)
        {
            if (trial.Has(wanted.Name))
            {
                continue;
            }

            JournalParameter parameter = study.Adapt(in wanted);
            if (!study.Accepts(parameter.Name, parameter.Distribution))
            {
                throw vocabulary.Incompatible(trial.Number, parameter);
            }

            records.SetTrialParameter(trial.Id, parameter);
            Check(replay.SetParameter(trial.Id, in parameter, out _));
            if (reader.ReadParameter(trial, in parameter) is { } assigned)
            {
                written.Add(assigned);
            }
        }
    }

    private void SetState(JournalOpenTrial trial, TrialState state, double[] values, DateTime time)
    {
        records.SetTrialState(trial.Id, state, values, time);
        Check(replay.SetState(trial.Id, state, values.Length == 0 ? null : values, records.WorkerId, out _));
    }

    private void SetAttribute(JournalOpenTrial trial, string name, string json)
    {
        records.SetTrialSystemAttribute(trial.Id, name, json);
        trial.Set(name, json);
    }

    private void SetAttribute(JournalStudy study, string name, string json)
    {
        records.SetStudySystemAttribute(study.Id, name, json);
        Check(replay.Studies.SetAttribute(study.Id, name, json, line: 0, out _));
    }

    private void Keep(JournalStudy study, in StudyEvent happened)
    {
        SetAttribute(study, $"{JournalAttributeNames.Event}:{study.EventCount}", vocabulary.WriteEvent(in happened));
        vocabulary.Artifacts.Note(in happened);
        if (happened.Layout is { } layout)
        {
            vocabulary.Declare(layout);
        }
    }

    private static void Check(JournalOutcome outcome)
    {
        if (outcome != JournalOutcome.Applied)
        {
            throw new InvalidOperationException($"A record of the journal would be refused: {outcome}.");
        }
    }
}
