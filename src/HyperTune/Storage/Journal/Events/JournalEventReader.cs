using System.Text;
using HyperTune.State;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;
using HyperTune.Trials;

namespace HyperTune.Storage.Journal.Events;

/// <summary>Turns accepted records into events of the study. Nothing else says which record is an event; what writes events has to agree with it.</summary>
internal sealed class JournalEventReader(JournalVocabulary vocabulary, StudyEventHandler happened) : IJournalListener
{
    public void StudyAttributeSet(string name, string json)
    {
        if (name == JournalAttributeNames.Space)
        {
            PointLayout layout = vocabulary.ReadSpace(json);
            vocabulary.Declare(layout);
            happened(new StudyEvent { Kind = StudyEventKind.SpaceChanged, Layout = layout });
        }
        else if (name == JournalAttributeNames.Seed)
        {
            happened(new StudyEvent { Kind = StudyEventKind.SeedChosen, Seed = JournalAttributeValue.ReadSeed(name, json) });
        }
        else if (name == JournalAttributeNames.Files)
        {
            happened(new StudyEvent { Kind = StudyEventKind.FilesOpened, Scope = JournalAttributeValue.ReadScope(name, json) });
        }
        else if (name == JournalAttributeNames.Metrics)
        {
            // Metrics never change: where this is no part of the creation, it says nothing, as long as it can be read.
            _ = JournalVocabulary.ReadMetrics(json);
        }
        else if (JournalAttributeNames.IsStudyEvent(name))
        {
            StudyEvent read = vocabulary.ReadEvent(JournalAttributeValue.ReadText(name, json));
            if (read.Kind is StudyEventKind.Started or StudyEventKind.Enqueued or StudyEventKind.Imported)
            {
                // Its number would be taken from the trial whose record comes next.
                throw new JournalFormatException($"\"{name}\" makes a trial, which only a record of its own can.");
            }

            if (read.Layout is not null)
            {
                vocabulary.Declare(read.Layout);
            }

            vocabulary.Artifacts.Note(in read);
            happened(in read);
        }
    }

    public void NoteSet(string name, RecordValue value)
        => happened(new StudyEvent { Kind = StudyEventKind.Noted, Note = new StudyNote(name, value.IsNothing ? null : value.ToString()) });

    public void TrialCreated(JournalOpenTrial trial, JournalTrialTemplate template)
    {
        StudyEvent created = template.State switch
        {
            TrialState.Running => new StudyEvent
            {
                Kind = StudyEventKind.Started,
                Time = template.Started ?? default,
                Owner = trial.Owner,
                Worker = WorkerOf(trial),
            },
            TrialState.Waiting => new StudyEvent
            {
                Kind = StudyEventKind.Enqueued,
                Time = template.Started ?? default,
                Narrowing = trial.Narrowing is { } narrowing ? JournalSpaceText.Parse(narrowing) : null,
            },
            _ => ReadImported(trial, template),
        };
        TrialPoint point = trial.Fixed is { } wanted && !TrialStates.IsEnd(template.State)
            ? vocabulary.Points.Read(trial.Layout, template.Parameters, wanted)
            : vocabulary.Points.Read(trial.Layout, template.Parameters);
        StudyEvent whole = created with { Trial = trial.Number, Point = point };
        if (created.Kind != StudyEventKind.Enqueued && trial.Parent is { } parent)
        {
            whole = whole with { Parent = parent };
        }

        if (trial.Payload is { } payload)
        {
            _ = vocabulary.ReadEvent(payload);
            whole = whole with { Payload = Encoding.UTF8.GetBytes(payload) };
        }

        happened(in whole);
    }

    public void AttributeSet(JournalOpenTrial trial, string name)
    {
        // Optuna's workers ask for the wanted values when they run the trial, so that they may come after its record.
        if (!trial.IsRunning && name == JournalAttributeNames.FixedParameters && trial.Fixed is { Count: > 0 } wanted)
        {
            TrialPoint point = vocabulary.Points.Read(ParameterLayout.Empty, [], wanted.Where(entry => !trial.Has(entry.Key)));
            happened(new StudyEvent { Kind = StudyEventKind.Assigned, Trial = trial.Number, Point = point });
        }
        else if (trial.IsRunning && name == JournalAttributeNames.Owner)
        {
            happened(new StudyEvent { Kind = StudyEventKind.HandedOver, Trial = trial.Number, Owner = trial.Owner, Worker = WorkerOf(trial) });
        }
    }

    public void ParameterSet(JournalOpenTrial trial, in JournalParameter parameter)
    {
        if (ReadParameter(trial, in parameter) is { } assigned)
        {
            happened(in assigned);
        }
    }

    public void StateSet(JournalOpenTrial trial, TrialState state, DateTime time)
    {
        if (TrialStates.IsEnd(state))
        {
            vocabulary.Artifacts.Forget(trial.Number);
        }

        var changed = new StudyEvent { Kind = StudyEventKind.Released, Trial = trial.Number, Time = time };
        happened(state switch
        {
            TrialState.Running => changed with { Kind = StudyEventKind.Taken, Owner = trial.Owner, Worker = WorkerOf(trial) },
            TrialState.Waiting when trial.Failed is { } attempt => ReadAttempt(attempt, trial.Number),
            TrialState.Waiting when trial.HasExpired => changed with { Kind = StudyEventKind.Expired, Interruptions = trial.Interruptions },
            TrialState.Waiting => changed,
            _ => changed with { Kind = StudyEventKind.Ended, Outcome = vocabulary.Values.Read(state, trial) },
        });
    }

    public void Reported(JournalOpenTrial trial, long step, double value, string author)
    {
        if (step is < 0 or > int.MaxValue)
        {
            return;
        }

        var reported = new StudyEvent
        {
            Kind = StudyEventKind.Reported,
            Trial = trial.Number,
            Report = new TrialReport((int)step, value) { Kind = trial.ReportKind },

            // Optuna reports from any thread, and each has a name of its own.
            Owner = ProcessIdentity.IsToken(author) ? author : null,
        };
        happened(trial.TakeMetrics(step) is { } metrics ? reported with { ReportedMetrics = [new ReportedMetrics((int)step, metrics)] } : reported);
    }

    /// <summary>
    /// What a parameter of a trial tells; nothing, where it only repeats what whoever enqueued the trial wanted: workers copy these values when they take it.
    /// </summary>
    public StudyEvent? ReadParameter(JournalOpenTrial trial, in JournalParameter parameter)
    {
        bool isRepeated = trial.Fixed is { } wanted
            && wanted.TryGetValue(parameter.Name, out JournalChoice choice)
            && choice.Says(parameter.Distribution.Format(parameter.Value));
        return isRepeated
            ? null
            : new StudyEvent { Kind = StudyEventKind.Assigned, Trial = trial.Number, Point = vocabulary.Points.Read(in parameter) };
    }

    private StudyEvent ReadAttempt(string payload, int number)
    {
        StudyEvent read = vocabulary.ReadEvent(payload);
        return read.Kind == StudyEventKind.Retried && read.Trial == number
            ? read
            : throw new JournalFormatException($"An attempt at trial {number} is no failed one of that trial.");
    }

    private StudyEvent ReadImported(JournalOpenTrial trial, JournalTrialTemplate template)
    {
        DateTime ended = template.Finished ?? template.Started ?? default;
        TrialReport[] reports =
        [
            .. template.IntermediateValues
                .Where(static report => report.Step is >= 0 and <= int.MaxValue)
                .Select(report => new TrialReport((int)report.Step, report.Value) { Kind = trial.ReportKind }),
        ];
        ReportedMetrics[] metrics =
        [
            .. reports
                .Select(report => (report.Step, Values: trial.TakeMetrics(report.Step)))
                .Where(static report => report.Values is not null)
                .Select(static report => new ReportedMetrics(report.Step, report.Values!)),
        ];
        var imported = new StudyEvent
        {
            Kind = StudyEventKind.Imported,
            Time = ended,
            Started = template.Started ?? default,
            Source = trial.Source,
            Key = trial.ImportKey,
            Outcome = vocabulary.Values.Read(template.State, trial),
            Reports = reports,
        };
        return metrics.Length == 0 ? imported : imported with { ReportedMetrics = metrics };
    }

    // What is left of an earlier attempt says nothing about another program's worker.
    private static string? WorkerOf(JournalOpenTrial trial) => trial.Owner is { } owner && ProcessIdentity.IsToken(owner) ? trial.Worker : null;
}
