using HyperTune.Storage.Journal.Json;

namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// Says what is wrong with a line, and what may be done about it. Trials are numbered by the order of the lines, so that the advice never is to delete
/// one that somebody may have read.
/// </summary>
internal static class JournalDamage
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    /// <summary>A line that cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="number">The line's number.</param>
    /// <param name="line">Its text.</param>
    /// <param name="cause">What is wrong.</param>
    public static JournalException Of(string path, int number, ReadOnlySpan<byte> line, Exception cause)
    {
        if (number == 1 && line.StartsWith(ByteOrderMark) && JournalTail.IsRecord(line[ByteOrderMark.Length..]))
        {
            return new JournalException(
                path,
                number,
                "The file begins with a byte order mark, which an editor has put there and which Optuna cannot read either. Remove the first three bytes of "
                    + "the file and nothing else.",
                cause);
        }

        if (number == 1 && !line.StartsWith(JournalTail.RecordStart) && !JournalTail.IsRecord(line))
        {
            return Foreign(path, cause);
        }

        string advice = Advice(line);
        return new JournalException(
            path,
            number,
            advice.Length > 0
                ? $"This is no journal record. {advice} Nothing was changed; make a copy of the file first."
                : $"This is no journal record that can be read. {cause.Message} Nothing was changed. If there is a copy of the file, restore this line from it; "
                    + "do not delete it, because trials are numbered by the order of the lines.",
            cause);
    }

    /// <summary>A last line that is neither a record nor the beginning of one.</summary>
    public static JournalException OfTail(string path, int number, ReadOnlySpan<byte> tail)
    {
        string advice = Advice(tail);
        return new JournalException(
            path,
            number,
            "The file ends with something that is neither a journal record nor the beginning of one. Nothing was changed. "
                + (advice.Length > 0 ? advice : "Look where it comes from; if it does not belong to the journal, remove it from a copy and try that."));
    }

    /// <summary>A file that is no journal.</summary>
    public static JournalException Foreign(string path, Exception? cause = null)
        => new(path, 1, "The file is no journal, and it was not changed. Choose another path.", cause);

    /// <summary>What to do about a line that holds more than one record; empty when it does not.</summary>
    private static string Advice(ReadOnlySpan<byte> line)
    {
        int second = line[Math.Min(1, line.Length)..].IndexOf(JournalTail.RecordStart) + 1;
        if (second == 0)
        {
            return "";
        }

        if (JournalTail.IsRecord(line[..second]))
        {
            return $"It holds two records; put a line break before its byte {second + 1} and change nothing else.";
        }

        return JournalTail.IsUnfinishedRecord(line[..second])
            ? $"A program died while it was writing, and another one appended to what it left: remove the line's first {second} bytes, which nobody could "
                + "read, and keep the rest."
            : "";
    }
}
