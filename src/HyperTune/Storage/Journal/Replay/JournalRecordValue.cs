using System.Text;
using HyperTune.Metrics;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>What trials record as Optuna's user attributes, where everybody may write whatever he likes.</summary>
internal static class JournalRecordValue
{
    public static string Write(RecordValue value) => value.Kind switch
    {
        RecordKind.Nothing => "null",
        RecordKind.Text => JournalAttributeValue.Write(value.ToString()),
        _ => value.ToJson(),
    };

    /// <summary>Reads one value; null, a list or an object is nothing.</summary>
    public static RecordValue Read(ReadOnlySpan<byte> json)
    {
        var reader = new JournalTokenizer(json);
        switch (reader.Peek())
        {
            case JournalTokenKind.True or JournalTokenKind.False:
                return RecordValue.OfFlag(reader.Peek() == JournalTokenKind.True);
            case JournalTokenKind.String:
                return RecordValue.OfText(reader.ReadString().Decode());
            case JournalTokenKind.Number:
                double number = reader.ReadDouble();
                return double.IsFinite(number) ? RecordValue.OfDigits(json) : RecordValue.OfReal(number);
            default:
                return default;
        }
    }
}
