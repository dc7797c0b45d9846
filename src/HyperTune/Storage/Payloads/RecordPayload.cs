using System.Buffers;
using System.Text.Json;
using HyperTune.Metrics;
using HyperTune.Text;

namespace HyperTune.Storage.Payloads;

/// <summary>What trials record as JSON: each value as what it is. A number that JSON does not have is the one element of an array.</summary>
internal static class RecordPayload
{
    public static void Write(Utf8JsonWriter writer, RecordValue value)
    {
        switch (value.Kind)
        {
            case RecordKind.Flag:
                writer.WriteBooleanValue(value.Flag);
                break;
            case RecordKind.Text:
                writer.WriteStringValue(value.ToString());
                break;
            case RecordKind.Real when !double.IsFinite(value.Real):
                writer.WriteStartArray();
                writer.WriteStringValue(value.ToString());
                writer.WriteEndArray();
                break;
            default:
                // Whole or not, with all digits.
                writer.WriteRawValue(value.ToJson(), skipInputValidation: true);
                break;
        }
    }

    /// <exception cref="FormatException">A value is none that is written.</exception>
    public static RecordedValue[] ReadAll(ref Utf8JsonReader reader)
    {
        PayloadJson.Expect(ref reader, JsonTokenType.StartObject);
        var records = new List<RecordedValue>();
        while (PayloadJson.NextMember(ref reader, out string name))
        {
            records.Add(new RecordedValue(name, Read(ref reader)));
        }

        return [.. records];
    }

    private static RecordValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True or JsonTokenType.False => RecordValue.OfFlag(reader.GetBoolean()),
        JsonTokenType.String => RecordValue.OfText(reader.GetString()),
        JsonTokenType.StartArray => RecordValue.OfReal(ReadSpecial(ref reader)),
        JsonTokenType.Number => RecordValue.OfDigits(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        var other => throw new FormatException($"There is a {other} where a recorded value was to come."),
    };

    private static double ReadSpecial(ref Utf8JsonReader reader)
    {
        reader.Read();
        double special = PayloadJson.ReadText(ref reader) switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var other => throw new FormatException($"'{Printable.Of(other)}' is no number."),
        };
        reader.Read();
        PayloadJson.Expect(ref reader, JsonTokenType.EndArray);
        return special;
    }
}
