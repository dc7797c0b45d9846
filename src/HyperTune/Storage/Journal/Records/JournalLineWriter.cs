using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Records;

/// <summary>Writes the parts that records are made of, each record a line.</summary>
internal sealed class JournalLineWriter
{
    public JournalJsonWriter Json { get; } = new();

    /// <summary>The author of the next records.</summary>
    public string WorkerId { get; set; } = "";

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    public void Clear()
    {
        Json.Truncate(0);
        Count = 0;
    }

    public void InternalValue(JournalParameter parameter)
    {
        if (parameter.Distribution is JournalFloatDistribution)
        {
            Json.Float(parameter.Value);
        }
        else
        {
            Json.Integer((long)parameter.Value);
        }
    }

    public void Values(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            Json.Null();
            return;
        }

        Json.BeginArray();
        foreach (double value in values)
        {
            Json.Float(value);
        }

        Json.EndArray();
    }

    public void Attributes(JournalKey key, List<KeyValuePair<string, string>> attributes)
    {
        Name(key);
        Json.BeginObject();
        foreach ((string name, string json) in attributes)
        {
            Json.Name(name);
            Json.Raw(json);
        }

        Json.EndObject();
    }

    public void Attribute(JournalOperation operation, JournalKey ownerKey, int owner, JournalKey key, string name, string json)
    {
        Begin(operation);
        Number(ownerKey, owner);
        Name(key);
        Json.BeginObject();
        Json.Name(name);
        Json.Raw(json);
        Json.EndObject();
        End();
    }

    public void Begin(JournalOperation operation)
    {
        Json.BeginObject();
        Number(JournalKey.OpCode, (int)operation);
        Text(JournalKey.WorkerId, WorkerId);
    }

    public void End()
    {
        Json.EndObject();
        Json.EndLine();
        Count++;
    }

    public void Name(JournalKey key) => Json.Name(JournalKeys.NameOf(key));

    public void Number(JournalKey key, long value)
    {
        Name(key);
        Json.Integer(value);
    }

    public void Text(JournalKey key, string value)
    {
        Name(key);
        Json.String(value);
    }
}
