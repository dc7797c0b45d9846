using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;

namespace HyperTune.Storage.Journal.Files;

/// <summary>Tells what certainly is the torn end of a journal from what only looks unfinished: the first is cut off, and nothing else ever is.</summary>
internal static class JournalTail
{
    // A disk that loses power leaves whole blocks of zeros.
    private const int BlockSize = 512;

    /// <summary>How every program that writes journals begins its records; some have a blank behind it.</summary>
    public static ReadOnlySpan<byte> RecordStart => "{\"op_code\":"u8;

    private static readonly byte[][] Words = [.. ((string[])["true", "false", "null", "NaN", "Infinity", "-Infinity"]).Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>What a text without a line break is.</summary>
    /// <param name="tail">The text; not empty.</param>
    /// <param name="isFirst">Whether nothing stands before it, so that the file may be no journal at all.</param>
    public static JournalTailKind Of(ReadOnlySpan<byte> tail, bool isFirst)
    {
        ReadOnlySpan<byte> text = tail.TrimEnd((byte)0);
        if (text.IsEmpty)
        {
            return isFirst ? JournalTailKind.Foreign : JournalTailKind.Torn;
        }

        if (!Begins(text, isFirst))
        {
            return JournalTailKind.Foreign;
        }

        return IsUnfinished(text) ? JournalTailKind.Torn
            : text.Length == tail.Length && IsRecord(text) ? JournalTailKind.Record
            : JournalTailKind.Foreign;
    }

    /// <summary>Whether a whole line at the end of a journal is what a loss of power has left: a record of which blocks are zeros.</summary>
    /// <param name="line">The line, without its line break.</param>
    /// <param name="offset">Where in the file it begins.</param>
    public static bool IsTornLine(ReadOnlySpan<byte> line, long offset)
    {
        int first = line.IndexOf((byte)0);
        if (first < 0)
        {
            return false;
        }

        int length = line[first..].IndexOfAnyExcept((byte)0);
        return length > 0 && (offset + first + length) % BlockSize == 0;
    }

    /// <summary>Whether a text is a whole record.</summary>
    public static bool IsRecord(ReadOnlySpan<byte> text)
    {
        try
        {
            return new JournalRecord(text).Has(JournalKey.OpCode);
        }
        catch (JournalFormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a text is the beginning of a record and ends before it does.</summary>
    public static bool IsUnfinishedRecord(ReadOnlySpan<byte> text) => Begins(text, isFirst: false) && IsUnfinished(text);

    private static bool Begins(ReadOnlySpan<byte> text, bool isFirst)
    {
        int compared = Math.Min(text.Length, RecordStart.Length);
        if (!text[..compared].SequenceEqual(RecordStart[..compared]))
        {
            return false;
        }

        // The first record of a journal creates a study.
        ReadOnlySpan<byte> code = text[compared..].TrimStart((byte)' ');
        return !isFirst || code.IsEmpty || (code[0] == '0' && (code.Length == 1 || code[1] is (byte)',' or (byte)' '));
    }

    private static bool IsUnfinished(ReadOnlySpan<byte> text)
    {
        var reader = new JournalTokenizer(text);
        try
        {
            reader.ReadRaw();
            return false;
        }
        catch (JournalFormatException)
        {
            return IsCut(text[reader.Position..]);
        }
    }

    // What the tokenizer could not read to its end.
    private static bool IsCut(ReadOnlySpan<byte> token)
        => token.IsEmpty
            || JournalNumber.Cut(token).Length == token.Length
            || IsCutEscape(token)
            || IsCutWord(token);

    private static bool IsCutEscape(ReadOnlySpan<byte> token)
    {
        const int Longest = 6;
        return token[0] == '\\'
            && token.Length < Longest
            && (token.Length == 1 || (token[1] == 'u' && token[2..].IndexOfAnyExcept("0123456789abcdefABCDEF"u8) < 0));
    }

    private static bool IsCutWord(ReadOnlySpan<byte> token)
    {
        foreach (byte[] word in Words)
        {
            if (word.AsSpan().StartsWith(token))
            {
                return true;
            }
        }

        return false;
    }
}
