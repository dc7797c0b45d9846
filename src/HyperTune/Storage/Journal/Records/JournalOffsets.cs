using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Records;

/// <summary>
/// How far the local times of each author of ours are ahead of UTC, as the records say up to some line. Optuna reads local times only, and these mean
/// nothing exact elsewhere, nor in the hour that a change of clocks doubles. So an author says the offset in its first record with a time, and again
/// when it has changed.
/// </summary>
internal sealed class JournalOffsets
{
    private readonly Dictionary<string, TimeSpan> _byAuthor = new(StringComparer.Ordinal);

    /// <summary>Whether any author has said its offset.</summary>
    public bool IsEmpty => _byAuthor.Count == 0;

    /// <summary>The offset of an author's next times; <see langword="null"/> where it has said none.</summary>
    public TimeSpan? Find(string author) => _byAuthor.TryGetValue(author, out TimeSpan offset) ? offset : null;

    /// <summary>Notes what an author says.</summary>
    public void Note(string author, TimeSpan offset) => _byAuthor[author] = offset;

    /// <summary>Reads what a record says: one offset, or one for its start and one for its end.</summary>
    /// <exception cref="JournalFormatException">It says no offset.</exception>
    public static (TimeSpan Start, TimeSpan End) Read(in JournalRecord record)
    {
        JournalTokenizer reader = record.Read(JournalKey.UtcOffset);
        if (reader.Peek() != JournalTokenKind.Array)
        {
            TimeSpan both = ReadOffset(ref reader);
            return (both, both);
        }

        reader.EnterArray();
        TimeSpan[] offsets = new TimeSpan[2];
        int count = 0;
        while (reader.NextElement())
        {
            TimeSpan offset = ReadOffset(ref reader);
            offsets[Math.Min(count++, 1)] = offset;
        }

        return count == 2 ? (offsets[0], offsets[1]) : throw reader.Expected("two offsets from UTC");
    }

    private static TimeSpan ReadOffset(ref JournalTokenizer reader)
    {
        const long MostSeconds = 24 * 60 * 60;
        long seconds = reader.ReadInteger();
        return seconds is >= -MostSeconds and <= MostSeconds ? TimeSpan.FromSeconds(seconds) : throw reader.Expected("at most a day of seconds");
    }
}
