using System.Buffers;
using System.Buffers.Text;

namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// Tells which records belong to one change. Each record of a change but the last says, as its last member, how many more follow: a change of three ends its
/// lines with 2, with 1 and with nothing. Optuna ignores members that it does not know.
/// </summary>
/// <remarks>
/// A journal is there in full when its last line says nothing, so that only its end has to be looked at. Records that say something and that somebody
/// else's records follow count: Optuna knows of no changes, has read them, and has numbered its trials after theirs.
/// </remarks>
internal static class JournalChanges
{
    private const int LongestNumber = 10;

    private static ReadOnlySpan<byte> Member => ",\"hypertune:more\":"u8;

    /// <summary>Writes into the records of a change that they belong together; one that is alone stays as it is.</summary>
    /// <param name="records">The lines, each with its line break.</param>
    /// <param name="buffer">Holds the result until the next call.</param>
    public static ReadOnlySpan<byte> Mark(ReadOnlySpan<byte> records, ArrayBufferWriter<byte> buffer)
    {
        int more = records.Count((byte)'\n') - 1;
        if (more <= 0)
        {
            return records;
        }

        buffer.ResetWrittenCount();
        for (; more > 0; more--)
        {
            int length = records.IndexOf((byte)'\n');
            buffer.Write(records[..(length - 1)]);
            buffer.Write(Member);
            Utf8Formatter.TryFormat(more, buffer.GetSpan(LongestNumber), out int digits);
            buffer.Advance(digits);
            buffer.Write("}\n"u8);
            records = records[(length + 1)..];
        }

        buffer.Write(records);
        return buffer.WrittenSpan;
    }

    /// <summary>How many records of its change follow a record, as it says; 0 where it says nothing or is none.</summary>
    /// <param name="line">The record, without its line break.</param>
    public static int MoreAfter(ReadOnlySpan<byte> line)
    {
        if (line is not [.., >= (byte)'0' and <= (byte)'9', (byte)'}'])
        {
            return 0;
        }

        // As the last member; inside of a text, the quotation marks would be escaped.
        int start = line[..^1].LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1;
        ReadOnlySpan<byte> number = line[start..^1];
        return number.Length <= LongestNumber
            && line[..start].EndsWith(Member)
            && Utf8Parser.TryParse(number, out int more, out int length)
            && length == number.Length
            && JournalTail.IsRecord(line) ? more : 0;
    }

    /// <summary>How much of the end of a journal is there in full: whole lines, without those of a change whose last one is missing.</summary>
    /// <param name="text">The end of the journal.</param>
    /// <param name="offset">Where in the file it begins.</param>
    /// <param name="isAtChange">Whether a change begins there; without that, and when it would have to be known, nothing is.</param>
    public static int WholeLength(ReadOnlySpan<byte> text, long offset, bool isAtChange)
    {
        int end = text.LastIndexOf((byte)'\n') + 1;
        int last = StartOfLine(text, end);
        if (end > 0 && end == text.Length && JournalTail.IsTornLine(text[last..(end - 1)], offset + last))
        {
            end = last;
        }

        for (long expected = 0; end > 0;)
        {
            int start = StartOfLine(text, end);
            if (start == 0 && !isAtChange)
            {
                return 0;
            }

            int more = MoreAfter(text[start..(end - 1)]);
            if (more == 0 || (expected > 0 && more != expected))
            {
                break;
            }

            expected = more + 1L;
            end = start;
        }

        return end;
    }

    /// <summary>How long the whole lines at the beginning of a text are that say that more follow.</summary>
    public static int BegunLength(ReadOnlySpan<byte> text)
    {
        int begun = 0;
        for (int length = text.IndexOf((byte)'\n'); length >= 0 && MoreAfter(text.Slice(begun, length)) > 0; length = text[begun..].IndexOf((byte)'\n'))
        {
            begun += length + 1;
        }

        return begun;
    }

    private static int StartOfLine(ReadOnlySpan<byte> text, int end) => end == 0 ? 0 : text[..(end - 1)].LastIndexOf((byte)'\n') + 1;
}
