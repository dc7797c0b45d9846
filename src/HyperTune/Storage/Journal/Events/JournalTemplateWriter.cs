using HyperTune.Metrics;
using HyperTune.State;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal.Events;

/// <summary>Turns the events that make trials into the one record that each of these trials begins with.</summary>
internal sealed class JournalTemplateWriter(JournalVocabulary vocabulary)
{
    private readonly JournalTrialTemplate _template = new();

    /// <summary>The record of a new trial; valid until the next call.</summary>
    /// <param name="study">The study.</param>
    /// <param name="happened">The trial's start, enqueuing or import.</param>
    /// <param name="lease">The sign of life of a trial that starts to run.</param>
    public JournalTrialTemplate Write(JournalStudy study, in StudyEvent happened, string lease)
    {
        if (happened.Trial != study.TrialCount)
        {
            throw new InvalidDataException($"Trial {happened.Trial} cannot be added where trial {study.TrialCount} is to come.");
        }

        _template.Clear();
        vocabulary.Points.Write(happened.Point, _template.Parameters);
        List<KeyValuePair<string, string>> attributes = _template.SystemAttributes;
        switch (happened.Kind)
        {
            case StudyEventKind.Started:
                _template.Started = happened.Time;
                attributes.Add(new(JournalAttributeNames.Lease, lease));
                if (happened.Worker is { } worker)
                {
                    attributes.Add(new(JournalAttributeNames.Worker, JournalAttributeValue.Write(worker)));
                }

                break;
            case StudyEventKind.Enqueued:
                _template.State = TrialState.Waiting;
                attributes.Add(new(JournalAttributeNames.FixedParameters, ExternalValues(_template.Parameters)));
                if (happened.Narrowing is { } narrowing)
                {
                    attributes.Add(new(JournalAttributeNames.Narrowing, JournalSpaceText.ToJson(narrowing)));
                }

                break;
            default:
                Import(in happened);
                break;
        }

        if (happened.Parent is { } parent)
        {
            attributes.Add(new(JournalAttributeNames.Parent, JournalAttributeValue.Write(parent)));
        }

        if (!happened.Payload.IsEmpty)
        {
            attributes.Add(new(JournalAttributeNames.Event, vocabulary.WriteEvent(in happened)));
        }

        for (int i = 0; i < _template.Parameters.Count; i++)
        {
            _template.Parameters[i] = study.Adapt(_template.Parameters[i]);
        }

        return _template;
    }

    private void Import(in StudyEvent happened)
    {
        List<KeyValuePair<string, string>> attributes = _template.SystemAttributes;
        (_template.State, _template.Values) = vocabulary.Values.Write(happened.Outcome!, attributes);
        foreach ((string name, RecordValue value) in happened.Outcome!.Records ?? [])
        {
            _template.UserAttributes.Add(new(name, JournalRecordValue.Write(value)));
        }

        _template.Started = happened.Started == default ? null : happened.Started;
        _template.Finished = happened.Time;
        foreach (TrialReport report in happened.Reports ?? [])
        {
            _template.IntermediateValues.Add((report.Step, report.Value));
        }

        if (happened.Reports is [{ Kind: ReportKind.Instance }, ..])
        {
            attributes.Add(new(JournalAttributeNames.Reports, JournalOpenTrial.Json(ReportKind.Instance)));
        }

        foreach (ReportedMetrics reported in happened.ReportedMetrics ?? [])
        {
            attributes.Add(new(JournalOpenTrial.NameOf(reported), JournalAttributeValue.Write(reported.Values)));
        }

        if (happened.Source is { } source)
        {
            attributes.Add(new(JournalAttributeNames.Imported, JournalAttributeValue.Write(source)));
        }

        if (happened.Key is { } key)
        {
            attributes.Add(new(JournalAttributeNames.ImportKey, JournalAttributeValue.Write(key.ToString())));
        }
    }

    private static string ExternalValues(List<JournalParameter> parameters) => JournalJsonWriter.ToText(writer =>
    {
        writer.BeginObject();
        foreach (JournalParameter parameter in parameters)
        {
            writer.Name(parameter.Name);
            parameter.Distribution.WriteExternal(writer, parameter.Value);
        }

        writer.EndObject();
    });
}
