using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune;

/// <summary>
/// Writes the records of the journal in the form that Optuna 3.1 to 5 and the third-party readers agree on: all required members always there, one
/// attribute a record, distributions in their long form, never both value and values.
/// </summary>
internal sealed class JournalRecordWriter
{
    private readonly JournalJsonWriter _json = new();

    /// <summary>The author of the next records.</summary>
    public string WorkerId { get; set; } = "";

    /// <summary>How the next records write points in time.</summary>
    public JournalTimeStyle TimeStyle { get; set; }

    public int Length => _json.Length;

    public ReadOnlySpan<byte> Written => _json.Written;

    /// <summary>Forgets the records after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => _json.Truncate(length);

    public void CreateStudy(string name, ImmutableArray<OptimizationDirection> directions)
    {
        Begin(JournalOperation.CreateStudy);
        Text(JournalKey.StudyName, name);
        Name(JournalKey.Directions);
        _json.BeginArray();
        foreach (OptimizationDirection direction in directions)
        {
            _json.Integer((int)direction);
        }

        _json.EndArray();
        End();
    }

    public void DeleteStudy(int study)
    {
        Begin(JournalOperation.DeleteStudy);
        Number(JournalKey.StudyId, study);
        End();
    }

    public void SetStudyUserAttribute(int study, string name, string json)
        => Attribute(JournalOperation.SetStudyUserAttribute, JournalKey.StudyId, study, JournalKey.UserAttribute, name, json);

    public void SetStudySystemAttribute(int study, string name, string json)
        => Attribute(JournalOperation.SetStudySystemAttribute, JournalKey.StudyId, study, JournalKey.SystemAttribute, name, json);

    public void SetTrialUserAttribute(int trial, string name, string json)
        => Attribute(JournalOperation.SetTrialUserAttribute, JournalKey.TrialId, trial, JournalKey.UserAttribute, name, json);

    public void SetTrialSystemAttribute(int trial, string name, string json)
        => Attribute(JournalOperation.SetTrialSystemAttribute, JournalKey.TrialId, trial, JournalKey.SystemAttribute, name, json);

    public void SetTrialParameter(int trial, JournalParameter parameter)
    {
        Begin(JournalOperation.SetTrialParameter);
        Number(JournalKey.TrialId, trial);
        Text(JournalKey.ParameterName, parameter.Name);
        Name(JournalKey.ParameterValue);
        InternalValue(parameter);
        Text(JournalKey.Distribution, parameter.Distribution.Json);
        End();
    }

    public void SetTrialIntermediateValue(int trial, long step, double value)
    {
        Begin(JournalOperation.SetTrialIntermediateValue);
        Number(JournalKey.TrialId, trial);
        Number(JournalKey.Step, step);
        Name(JournalKey.IntermediateValue);
        _json.Float(value);
        End();
    }

    /// <summary>Takes a waiting trial up, or gives one back.</summary>
    public void SetTrialState(int trial, TrialState state, DateTime utc) => SetTrialState(trial, state, [], utc);

    /// <summary>Changes a trial's state; finishing it also sets its values, one an objective, or none.</summary>
    public void SetTrialState(int trial, TrialState state, ReadOnlySpan<double> values, DateTime utc)
    {
        Begin(JournalOperation.SetTrialState);
        Number(JournalKey.TrialId, trial);
        Number(JournalKey.State, (int)state);
        Name(JournalKey.Values);
        Values(values);
        if (state != TrialState.Waiting)
        {
            Text(state == TrialState.Running ? JournalKey.DatetimeStart : JournalKey.DatetimeComplete, JournalTime.ToText(utc, TimeStyle));
        }

        End();
    }

    public void CreateTrial(int study, JournalTrialTemplate trial)
    {
        Begin(JournalOperation.CreateTrial);
        Number(JournalKey.StudyId, study);
        Name(JournalKey.DatetimeStart);
        if (trial.Started is { } started)
        {
            _json.String(JournalTime.ToText(started, TimeStyle));
        }
        else
        {
            _json.Null();
        }

        // Null would crash Optuna here.
        if (trial.Finished is { } finished)
        {
            Text(JournalKey.DatetimeComplete, JournalTime.ToText(finished, TimeStyle));
        }

        Number(JournalKey.State, (int)trial.State);
        TemplateValues(trial.Values);
        TemplateParameters(trial.Parameters);
        Attributes(JournalKey.UserAttributes, trial.UserAttributes);
        Attributes(JournalKey.SystemAttributes, trial.SystemAttributes);
        Name(JournalKey.IntermediateValues);
        _json.BeginObject();
        foreach ((long step, double value) in trial.IntermediateValues)
        {
            _json.Name(step.ToString(CultureInfo.InvariantCulture));
            _json.Float(value);
        }

        _json.EndObject();
        End();
    }

    private void TemplateValues(ImmutableArray<double> values)
    {
        Name(JournalKey.Value);
        if (values.Length == 1)
        {
            _json.Float(values[0]);
        }
        else
        {
            _json.Null();
        }

        Name(JournalKey.Values);
        Values(values.Length > 1 ? values.AsSpan() : []);
    }

    private void TemplateParameters(ImmutableArray<JournalParameter> parameters)
    {
        Name(JournalKey.Distributions);
        _json.BeginObject();
        foreach (JournalParameter parameter in parameters)
        {
            _json.Name(parameter.Name);
            _json.String(parameter.Distribution.Json);
        }

        _json.EndObject();
        Name(JournalKey.Parameters);
        _json.BeginObject();
        foreach (JournalParameter parameter in parameters)
        {
            _json.Name(parameter.Name);
            InternalValue(parameter);
        }

        _json.EndObject();
    }

    private void InternalValue(JournalParameter parameter)
    {
        if (parameter.Distribution is JournalFloatDistribution)
        {
            _json.Float(parameter.Value);
        }
        else
        {
            _json.Integer((long)parameter.Value);
        }
    }

    private void Values(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            _json.Null();
            return;
        }

        _json.BeginArray();
        foreach (double value in values)
        {
            _json.Float(value);
        }

        _json.EndArray();
    }

    private void Attributes(JournalKey key, ImmutableArray<KeyValuePair<string, string>> attributes)
    {
        Name(key);
        _json.BeginObject();
        foreach ((string name, string json) in attributes)
        {
            _json.Name(name);
            _json.Raw(json);
        }

        _json.EndObject();
    }

    private void Attribute(JournalOperation operation, JournalKey ownerKey, int owner, JournalKey key, string name, string json)
    {
        Begin(operation);
        Number(ownerKey, owner);
        Attributes(key, [new(name, json)]);
        End();
    }

    private void Begin(JournalOperation operation)
    {
        _json.BeginObject();
        Number(JournalKey.OpCode, (int)operation);
        Text(JournalKey.WorkerId, WorkerId);
    }

    private void End()
    {
        _json.EndObject();
        _json.EndLine();
    }

    private void Name(JournalKey key) => _json.Name(JournalKeys.NameOf(key));

    private void Number(JournalKey key, long value)
    {
        Name(key);
        _json.Integer(value);
    }

    private void Text(JournalKey key, string value)
    {
        Name(key);
        _json.String(value);
    }
}
