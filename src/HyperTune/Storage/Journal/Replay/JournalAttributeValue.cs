using System.Globalization;
using System.Text;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>Reads the JSON of attributes. One of another kind than expected says nothing: the format leaves it to everybody what to write there.</summary>
internal static class JournalAttributeValue
{
    public static string? ReadText(string json)
    {
        JournalTokenizer reader = Open(json);
        return reader.Peek() == JournalTokenKind.String ? reader.ReadString().Decode() : null;
    }

    public static ulong? ReadSeed(string json)
        => ulong.TryParse(ReadText(json), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed : null;

    public static int? ReadCount(string json)
        => int.TryParse(json, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    public static double[]? ReadNumbers(string json)
    {
        JournalTokenizer reader = Open(json);
        if (reader.Peek() != JournalTokenKind.Array)
        {
            return null;
        }

        var numbers = new List<double>();
        reader.EnterArray();
        while (reader.NextElement())
        {
            if (reader.Peek() != JournalTokenKind.Number)
            {
                return null;
            }

            numbers.Add(reader.ReadDouble());
        }

        return [.. numbers];
    }

    /// <summary>Names with values of any kind, as in Optuna's <c>fixed_params</c>.</summary>
    public static Dictionary<string, JournalChoice>? ReadChoices(string json)
    {
        JournalTokenizer reader = Open(json);
        if (reader.Peek() != JournalTokenKind.Object)
        {
            return null;
        }

        var choices = new Dictionary<string, JournalChoice>(StringComparer.Ordinal);
        reader.EnterObject();
        while (reader.NextMember(out JournalString name))
        {
            choices[name.Decode()] = JournalChoice.Read(ref reader);
        }

        return choices;
    }

    public static string Write(string text) => JournalJsonWriter.ToText(writer => writer.String(text));

    public static string Write(ulong seed) => $"\"{seed.ToString(CultureInfo.InvariantCulture)}\"";

    public static string Write(int count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Write(double[] numbers) => JournalJsonWriter.ToText(writer =>
    {
        writer.BeginArray();
        foreach (double number in numbers)
        {
            writer.Float(number);
        }

        writer.EndArray();
    });

    private static JournalTokenizer Open(string json) => new(Encoding.UTF8.GetBytes(json));
}
