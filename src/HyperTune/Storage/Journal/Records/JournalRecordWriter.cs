using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Storage.Journal.Distributions;

namespace HyperTune.Storage.Journal.Records;

/// <summary>
/// Writes the records of the journal in the form that Optuna 3.1 to 5 and the third-party readers agree on: all required members always there, one
/// attribute a record, distributions in their long form, never both value and values.
/// </summary>
internal sealed class JournalRecordWriter
{
    private readonly JournalLineWriter _line = new();

    /// <summary>The author of the next records.</summary>
    public string WorkerId
    {
        get => _line.WorkerId;
        set => _line.WorkerId = value;
    }

    /// <summary>How the next records write points in time.</summary>
    public JournalTimeStyle TimeStyle { get; set; }

    /// <summary>The time zone of local times.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Local;

    /// <summary>What the file says of its authors' local times up to here; <see langword="null"/> to say nothing of one's own.</summary>
    public JournalOffsets? Offsets { get; set; }

    public int Length => _line.Json.Length;

    /// <summary>How many records there are.</summary>
    public int Count => _line.Count;

    public ReadOnlySpan<byte> Written => _line.Json.Written;

    /// <summary>Forgets the records.</summary>
    public void Clear() => _line.Clear();

    public void CreateStudy(string name, ImmutableArray<OptimizationDirection> directions)
    {
        _line.Begin(JournalOperation.CreateStudy);
        _line.Text(JournalKey.StudyName, name);
        _line.Name(JournalKey.Directions);
        _line.Json.BeginArray();
        foreach (OptimizationDirection direction in directions)
        {
            _line.Json.Integer((int)direction);
        }

        _line.Json.EndArray();
        _line.End();
    }

    public void DeleteStudy(int study)
    {
        _line.Begin(JournalOperation.DeleteStudy);
        _line.Number(JournalKey.StudyId, study);
        _line.End();
    }

    public void SetStudySystemAttribute(int study, string name, string json)
        => _line.Attribute(JournalOperation.SetStudySystemAttribute, JournalKey.StudyId, study, JournalKey.SystemAttribute, name, json);

    public void SetStudyUserAttribute(int study, string name, string json)
        => _line.Attribute(JournalOperation.SetStudyUserAttribute, JournalKey.StudyId, study, JournalKey.UserAttribute, name, json);

    public void SetTrialUserAttribute(int trial, string name, string json)
        => _line.Attribute(JournalOperation.SetTrialUserAttribute, JournalKey.TrialId, trial, JournalKey.UserAttribute, name, json);

    public void SetTrialSystemAttribute(int trial, string name, string json)
        => _line.Attribute(JournalOperation.SetTrialSystemAttribute, JournalKey.TrialId, trial, JournalKey.SystemAttribute, name, json);

    public void SetTrialParameter(int trial, JournalParameter parameter)
    {
        _line.Begin(JournalOperation.SetTrialParameter);
        _line.Number(JournalKey.TrialId, trial);
        _line.Text(JournalKey.ParameterName, parameter.Name);
        _line.Name(JournalKey.ParameterValue);
        _line.InternalValue(parameter);
        _line.Text(JournalKey.Distribution, parameter.Distribution.Json);
        _line.End();
    }

    public void SetTrialIntermediateValue(int trial, long step, double value)
    {
        _line.Begin(JournalOperation.SetTrialIntermediateValue);
        _line.Number(JournalKey.TrialId, trial);
        _line.Number(JournalKey.Step, step);
        _line.Name(JournalKey.IntermediateValue);
        _line.Json.Float(value);
        _line.End();
    }

    /// <summary>Takes a waiting trial up, or gives one back.</summary>
    public void SetTrialState(int trial, TrialState state, DateTime utc) => SetTrialState(trial, state, [], utc);

    /// <summary>Changes a trial's state; finishing it also sets its values, one an objective, or none.</summary>
    public void SetTrialState(int trial, TrialState state, ReadOnlySpan<double> values, DateTime utc)
    {
        _line.Begin(JournalOperation.SetTrialState);
        _line.Number(JournalKey.TrialId, trial);
        _line.Number(JournalKey.State, (int)state);
        _line.Name(JournalKey.Values);
        _line.Values(values);
        if (state != TrialState.Waiting)
        {
            TimeSpan offset = Zone.GetUtcOffset(utc);
            JournalKey key = state == TrialState.Running ? JournalKey.DatetimeStart : JournalKey.DatetimeComplete;
            _line.Text(key, JournalTime.ToText(utc, TimeStyle, offset));
            Offset(offset, offset);
        }

        _line.End();
    }

    public void CreateTrial(int study, JournalTrialTemplate trial)
    {
        _line.Begin(JournalOperation.CreateTrial);
        _line.Number(JournalKey.StudyId, study);
        _line.Name(JournalKey.DatetimeStart);
        TimeSpan? first = trial.Started is { } start ? Zone.GetUtcOffset(start) : null;
        TimeSpan? last = trial.Finished is { } end ? Zone.GetUtcOffset(end) : null;
        if (trial.Started is { } started)
        {
            _line.Json.String(JournalTime.ToText(started, TimeStyle, first.GetValueOrDefault()));
        }
        else
        {
            _line.Json.Null();
        }

        // Null would crash Optuna here.
        if (trial.Finished is { } finished)
        {
            _line.Text(JournalKey.DatetimeComplete, JournalTime.ToText(finished, TimeStyle, last.GetValueOrDefault()));
        }

        if ((first ?? last) is { } offset)
        {
            Offset(offset, last ?? offset);
        }

        _line.Number(JournalKey.State, (int)trial.State);
        TemplateValues(trial.Values);
        TemplateParameters(trial.Parameters);
        _line.Attributes(JournalKey.UserAttributes, trial.UserAttributes);
        _line.Attributes(JournalKey.SystemAttributes, trial.SystemAttributes);
        _line.Name(JournalKey.IntermediateValues);
        _line.Json.BeginObject();
        foreach ((long step, double value) in trial.IntermediateValues)
        {
            _line.Json.Name(step.ToString(CultureInfo.InvariantCulture));
            _line.Json.Float(value);
        }

        _line.Json.EndObject();
        _line.End();
    }

    // Says how far the record's local times are ahead of UTC, unless that follows from what its author has said before.
    private void Offset(TimeSpan start, TimeSpan end)
    {
        if (Offsets is null || TimeStyle == JournalTimeStyle.Utc || (start == end && Offsets.Find(WorkerId) == start))
        {
            return;
        }

        Offsets.Note(WorkerId, end);
        _line.Name(JournalKey.UtcOffset);
        if (start == end)
        {
            _line.Json.Integer((long)start.TotalSeconds);
            return;
        }

        _line.Json.BeginArray();
        _line.Json.Integer((long)start.TotalSeconds);
        _line.Json.Integer((long)end.TotalSeconds);
        _line.Json.EndArray();
    }

    private void TemplateValues(double[] values)
    {
        _line.Name(JournalKey.Value);
        if (values.Length == 1)
        {
            _line.Json.Float(values[0]);
        }
        else
        {
            _line.Json.Null();
        }

        _line.Name(JournalKey.Values);
        _line.Values(values.Length > 1 ? values : []);
    }

    private void TemplateParameters(List<JournalParameter> parameters)
    {
        _line.Name(JournalKey.Distributions);
        _line.Json.BeginObject();
        foreach (JournalParameter parameter in parameters)
        {
            _line.Json.Name(parameter.Name);
            _line.Json.String(parameter.Distribution.Json);
        }

        _line.Json.EndObject();
        _line.Name(JournalKey.Parameters);
        _line.Json.BeginObject();
        foreach (JournalParameter parameter in parameters)
        {
            _line.Json.Name(parameter.Name);
            _line.InternalValue(parameter);
        }

        _line.Json.EndObject();
    }
}
