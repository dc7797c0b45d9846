using System.Globalization;
using System.Text.Json;

namespace HyperTune.Benchmarks;

/// <summary>A trial's two records in Optuna's format, written by either writer.</summary>
internal static class JsonRecords
{
    private const string Worker = "worker-3-0f8fad5b-d9cb-469f-a165-70867728950e";
    private const string Started = "2024-05-17T11:04:31.123456+00:00";
    private const string Finished = "2024-05-17T11:04:35.654321+00:00";
    private const int CreateTrial = 4;
    private const int SetTrialState = 6;

    private static readonly (string Name, string Distribution, double Value, bool IsFloat)[] Parameters =
    [
        ("Rate", """{"name": "FloatDistribution", "attributes": {"step": null, "low": 1e-05, "high": 0.1, "log": true}}""", 0.0012345678901, true),
        ("Dropout", """{"name": "FloatDistribution", "attributes": {"step": null, "low": 0.0, "high": 0.5, "log": false}}""", 0.31415926535, true),
        ("Units", """{"name": "IntDistribution", "attributes": {"log": false, "step": 1, "low": 16, "high": 256}}""", 128, false),
        ("Layers", """{"name": "IntDistribution", "attributes": {"log": false, "step": 1, "low": 1, "high": 8}}""", 3, false),
        ("Activation", """{"name": "CategoricalDistribution", "attributes": {"choices": ["relu", "tanh", "gelu"]}}""", 1, false),
    ];

    // A whole number, which must keep its point, and what JSON has no word for.
    private static readonly double[] Values = [1, double.NaN];

    public static void WriteStart(JournalJsonWriter json)
    {
        json.BeginObject();
        json.Name("op_code");
        json.Integer(CreateTrial);
        json.Name("worker_id");
        json.String(Worker);
        json.Name("study_id");
        json.Integer(0);
        json.Name("datetime_start");
        json.String(Started);
        json.Name("state");
        json.Integer(0);
        json.Name("value");
        json.Null();
        json.Name("values");
        json.Null();
        json.Name("distributions");
        json.BeginObject();
        foreach ((string name, string distribution, _, _) in Parameters)
        {
            json.Name(name);
            json.String(distribution);
        }

        json.EndObject();
        json.Name("params");
        json.BeginObject();
        foreach ((string name, _, double value, bool isFloat) in Parameters)
        {
            json.Name(name);
            if (isFloat)
            {
                json.Float(value);
            }
            else
            {
                json.Integer((long)value);
            }
        }

        json.EndObject();
        foreach (string name in (ReadOnlySpan<string>)["user_attrs", "system_attrs", "intermediate_values"])
        {
            json.Name(name);
            json.BeginObject();
            json.EndObject();
        }

        json.EndObject();
    }

    public static void WriteStart(Utf8JsonWriter json, byte[] scratch)
    {
        json.WriteStartObject();
        json.WriteNumber("op_code"u8, CreateTrial);
        json.WriteString("worker_id"u8, Worker);
        json.WriteNumber("study_id"u8, 0);
        json.WriteString("datetime_start"u8, Started);
        json.WriteNumber("state"u8, 0);
        json.WriteNull("value"u8);
        json.WriteNull("values"u8);
        json.WriteStartObject("distributions"u8);
        foreach ((string name, string distribution, _, _) in Parameters)
        {
            json.WriteString(name, distribution);
        }

        json.WriteEndObject();
        json.WriteStartObject("params"u8);
        foreach ((string name, _, double value, bool isFloat) in Parameters)
        {
            json.WritePropertyName(name);
            if (isFloat)
            {
                WriteFloat(json, value, scratch);
            }
            else
            {
                json.WriteNumberValue((long)value);
            }
        }

        json.WriteEndObject();
        json.WriteStartObject("user_attrs"u8);
        json.WriteEndObject();
        json.WriteStartObject("system_attrs"u8);
        json.WriteEndObject();
        json.WriteStartObject("intermediate_values"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteFinish(JournalJsonWriter json)
    {
        json.BeginObject();
        json.Name("op_code");
        json.Integer(SetTrialState);
        json.Name("worker_id");
        json.String(Worker);
        json.Name("trial_id");
        json.Integer(12345);
        json.Name("state");
        json.Integer(1);
        json.Name("values");
        json.BeginArray();
        foreach (double value in Values)
        {
            json.Float(value);
        }

        json.EndArray();
        json.Name("datetime_complete");
        json.String(Finished);
        json.EndObject();
    }

    public static void WriteFinish(Utf8JsonWriter json, byte[] scratch)
    {
        json.WriteStartObject();
        json.WriteNumber("op_code"u8, SetTrialState);
        json.WriteString("worker_id"u8, Worker);
        json.WriteNumber("trial_id"u8, 12345);
        json.WriteNumber("state"u8, 1);
        json.WriteStartArray("values"u8);
        foreach (double value in Values)
        {
            WriteFloat(json, value, scratch);
        }

        json.WriteEndArray();
        json.WriteString("datetime_complete"u8, Finished);
        json.WriteEndObject();
    }

    // Python reads a number without a point or an exponent as an integer, and NaN is no JSON: both go past the writer's own numbers.
    private static void WriteFloat(Utf8JsonWriter json, double value, byte[] scratch)
    {
        if (!double.IsFinite(value))
        {
            json.WriteRawValue(double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8, skipInputValidation: true);
            return;
        }

        value.TryFormat(scratch, out int written, "R", CultureInfo.InvariantCulture);
        if (scratch.AsSpan(0, written).IndexOfAny((byte)'.', (byte)'E') < 0)
        {
            ".0"u8.CopyTo(scratch.AsSpan(written));
            written += 2;
        }

        json.WriteRawValue(scratch.AsSpan(0, written), skipInputValidation: true);
    }
}
