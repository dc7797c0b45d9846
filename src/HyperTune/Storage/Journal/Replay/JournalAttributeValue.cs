using System.Globalization;
using System.Text;
using HyperTune.State.Files;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Text;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>
/// Reads the JSON of attributes. One of ours that is of another kind than expected is damaged; one of Optuna's says nothing, because the format
/// leaves it to everybody what to write there.
/// </summary>
internal static class JournalAttributeValue
{
    /// <exception cref="JournalFormatException">The value is no text.</exception>
    public static string ReadText(string name, string json)
    {
        JournalTokenizer reader = Open(json);
        return reader.Peek() == JournalTokenKind.String ? reader.ReadString().Decode() : throw Unexpected(name, "a text", json);
    }

    /// <exception cref="JournalFormatException">The value is neither a text nor null.</exception>
    public static string? ReadTextOrNull(string name, string json) => json == "null" ? null : ReadText(name, json);

    /// <exception cref="JournalFormatException">The value is no seed.</exception>
    public static long ReadSeed(string name, string json)
        => SeedText.TryRead(ReadText(name, json), out long seed)
            ? seed
            : throw Unexpected(name, "a whole number of at most 64 bits, as text", json);

    /// <exception cref="JournalFormatException">The value is nothing that keys of files can begin with.</exception>
    public static string ReadScope(string name, string json)
        => ReadText(name, json) is var text && FileKey.IsScope(text) ? text : throw Unexpected(name, "16 hexadecimal digits, as text", json);

    /// <exception cref="JournalFormatException">The value is no point in time.</exception>
    public static string ReadTime(string name, string json)
    {
        string text = ReadText(name, json);

        // The form that is written is tried first, because it is read much faster than any other.
        bool isTime = DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        return isTime ? text : throw Unexpected(name, "a point in time", json);
    }

    /// <exception cref="JournalFormatException">The value is no count.</exception>
    public static int ReadCount(string name, string json)
        => int.TryParse(json, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw Unexpected(name, "a whole number", json);

    /// <exception cref="JournalFormatException">The value is neither true nor false.</exception>
    public static bool ReadFlag(string name, string json)
        => json is "true" or "false" ? json == "true" : throw Unexpected(name, "true or false", json);

    /// <exception cref="JournalFormatException">The value is no list of numbers.</exception>
    public static double[] ReadNumbers(string name, string json)
    {
        JournalTokenizer reader = Open(json);
        if (reader.Peek() != JournalTokenKind.Array)
        {
            throw Unexpected(name, "a list of numbers", json);
        }

        var numbers = new List<double>();
        reader.EnterArray();
        while (reader.NextElement())
        {
            numbers.Add(reader.Peek() == JournalTokenKind.Number ? reader.ReadDouble() : throw Unexpected(name, "a list of numbers", json));
        }

        return [.. numbers];
    }

    /// <summary>Says that an attribute of ours has a value that it cannot have.</summary>
    public static JournalFormatException Unexpected(string name, string expected, string json)
        => new($"\"{name}\" must be {expected}, and is {JournalLimits.Excerpt(json)}.");

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

    public static string Write(long seed) => $"\"{SeedText.Write(seed)}\"";

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
