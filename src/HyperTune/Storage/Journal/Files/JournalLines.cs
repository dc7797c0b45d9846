using System.Buffers;
using HyperTune.Storage.Journal.Json;
using Microsoft.Extensions.Logging;

namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// Reads the changes that were added to a journal since the last time, and appends new ones. Only whole changes count: a last line without a line break, and
/// the last records when they say that more follow, are somebody's write in progress, or what a dead writer left.
/// </summary>
internal sealed class JournalLines(JournalMedium medium)
{
    /// <summary>How long a line may be, in bytes.</summary>
    public const int MaximumLength = 1 << 27;

    private const int BufferSize = 1 << 18;

    private readonly JournalAnchor _anchor = new();
    private readonly ArrayBufferWriter<byte> _marked = new();
    private FileStatus _status;

    /// <summary>How many bytes have been read or appended.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether nothing has happened to the file since it was read or written here, as far as can be seen without opening it.</summary>
    public bool IsStill => Offset > 0 && medium.IsStill(in _status);

    /// <summary>Reads all whole changes that were added; the medium is open.</summary>
    /// <exception cref="JournalException">A line is no record, or the file is no longer the one read so far.</exception>
    public void ReadInto(IJournalLineReader reader)
    {
        FileStatus status = medium.Status;
        if (status == _status)
        {
            return;
        }

        CheckSame(in status);
        for (long size = BufferSize; !TryReadInto(reader, status.Length, size); size *= 2)
        {
        }

        _status = status;
    }

    /// <summary>
    /// Repairs what a dead writer left behind the last whole change; the medium is locked and everything whole has just been read. A record that lacks nothing
    /// but its line break is completed; what certainly is the beginning of one, and a change of which a record is missing, are cut off: appending to them would
    /// make the file unreadable for everyone, or leave half of a change.
    /// </summary>
    /// <param name="reader">Takes in a record that is completed.</param>
    /// <param name="logger">Where to say that something was cut off.</param>
    /// <exception cref="JournalException">It is something else, and was left as it is.</exception>
    public void RepairTail(IJournalLineReader reader, ILogger logger)
    {
        if (_status.Length == Offset)
        {
            return;
        }

        byte[] tail = new byte[_status.Length - Offset];
        tail = tail[..medium.Fill(Offset, tail)];
        int begun = JournalChanges.BegunLength(tail);
        ReadOnlySpan<byte> rest = tail.AsSpan(begun);
        if (rest.Length > MaximumLength)
        {
            throw TooLong(reader);
        }

        bool isCut = rest.IsEmpty || (rest.IndexOf((byte)'\n') == rest.Length - 1 && JournalTail.IsTornLine(rest[..^1], Offset + begun));
        JournalTailKind kind = isCut ? JournalTailKind.Torn : JournalTail.Of(rest, Offset + begun == 0);
        if (kind == JournalTailKind.Foreign)
        {
            int number = reader.LineCount + tail.AsSpan(0, begun).Count((byte)'\n') + 1;
            throw Offset + begun == 0 ? JournalDamage.Foreign(medium.Path) : JournalDamage.OfTail(medium.Path, number, rest);
        }

        // What lacks its line break may be the last record of a change, or one that more should follow.
        byte[] ended = kind == JournalTailKind.Record ? [.. tail, (byte)'\n'] : tail;
        int whole = JournalChanges.WholeLength(ended, Offset, isAtChange: true);
        ReadLines(reader, ended.AsSpan(0, whole));
        if (whole == ended.Length)
        {
            Write("\n"u8);
            Advance(ended);
        }
        else
        {
            Advance(ended.AsSpan(0, whole));
            medium.Truncate(Offset);
            logger.TailCut(medium.Path, reader.LineCount, tail.Length - whole, isChange: begun > 0 || kind == JournalTailKind.Record);
        }

        _status = medium.Status;
    }

    /// <summary>Appends the records of one change; the medium is locked and its tail is whole.</summary>
    public void Append(ReadOnlySpan<byte> records)
    {
        ReadOnlySpan<byte> change = JournalChanges.Mark(records, _marked);
        Write(change);
        Advance(change);
        _status = medium.Status;
    }

    /// <summary>Says that the file is no longer the one that was read.</summary>
    public JournalException Replaced() => new(
        medium.Path,
        null,
        "The file was deleted, replaced or shortened while it was open. Stop the programs that use it, restore it, and open it again.");

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            medium.Append(bytes);
        }
        catch (IOException exception)
        {
            string kept = TryTakeBack() ? "nothing of them was kept" : "a part of them may be in the file, which the next writer will remove";
            throw new JournalException(
                medium.Path,
                null,
                $"The records could not be written, and {kept}: {FileErrors.Describe(exception)} {FileErrors.Advice(exception)}",
                exception);
        }
    }

    // A full disk may have taken a part. Without this the next writer would have to cut it off.
    private bool TryTakeBack()
    {
        try
        {
            medium.Truncate(Offset);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Looks where the changes end that are there in full, and reads up to there.</summary>
    /// <param name="reader">Takes in the lines.</param>
    /// <param name="length">How long the file is.</param>
    /// <param name="size">How much of its end to look at; what was added is rarely more.</param>
    /// <returns><see langword="false"/> when that was too little to see where they end.</returns>
    private bool TryReadInto(IJournalLineReader reader, long length, long size)
    {
        long start = Math.Max(Offset, length - Math.Min(size, Array.MaxLength));
        long end;
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Max(1, length - start));
        try
        {
            ReadOnlySpan<byte> text = buffer.AsSpan(0, medium.Fill(start, buffer.AsSpan(0, (int)(length - start))));
            int whole = JournalChanges.WholeLength(text, start, isAtChange: start == Offset);
            if (start == Offset)
            {
                Advance(reader, text[..whole]);
                ThrowIfForeign(text[whole..]);
                return true;
            }

            // A line that is too long is found, with its number, on the way to it.
            bool isTooLong = size >= Array.MaxLength || (text.Length >= MaximumLength && text[^MaximumLength..^1].IndexOf((byte)'\n') < 0);
            end = whole > 0 ? start + whole : isTooLong ? length : 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        ReadUpTo(reader, end);
        return end > 0;
    }

    private void ThrowIfForeign(ReadOnlySpan<byte> rest)
    {
        if (Offset == 0 && !rest.IsEmpty && JournalChanges.BegunLength(rest) == 0 && JournalTail.Of(rest, isFirst: true) == JournalTailKind.Foreign)
        {
            throw JournalDamage.Foreign(medium.Path);
        }
    }

    private void ReadUpTo(IJournalLineReader reader, long end)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (Offset < end)
            {
                int wanted = (int)Math.Min(buffer.Length, end - Offset);
                int filled = medium.Fill(Offset, buffer.AsSpan(0, wanted));
                int whole = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
                if (filled < wanted)
                {
                    throw Replaced();
                }

                Advance(reader, buffer.AsSpan(0, whole));
                buffer = whole == 0 ? Grow(buffer, reader) : buffer;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Line by line, so that what was read before one that is no record counts as read.
    private void Advance(IJournalLineReader reader, ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            int next = lines.IndexOf((byte)'\n') + 1;
            Read(reader, lines[..(next - 1)]);
            Advance(lines[..next]);
            lines = lines[next..];
        }
    }

    private void ReadLines(IJournalLineReader reader, ReadOnlySpan<byte> lines)
    {
        for (int length = lines.IndexOf((byte)'\n'); length >= 0; length = lines.IndexOf((byte)'\n'))
        {
            Read(reader, lines[..length]);
            lines = lines[(length + 1)..];
        }
    }

    private void Read(IJournalLineReader reader, ReadOnlySpan<byte> line)
    {
        try
        {
            reader.Read(line);
        }
        catch (Exception exception) when (exception is JournalFormatException or InvalidDataException)
        {
            throw JournalDamage.Of(medium.Path, reader.LineCount + 1, line, exception);
        }
    }

    private void Advance(ReadOnlySpan<byte> bytes)
    {
        Offset += bytes.Length;
        _anchor.Add(bytes);
    }

    private void CheckSame(in FileStatus status)
    {
        if (Offset > 0 && (!status.IsSameFile(in _status) || status.Length < Offset || !_anchor.Holds(medium, Offset)))
        {
            throw Replaced();
        }
    }

    private byte[] Grow(byte[] buffer, IJournalLineReader reader)
    {
        if (buffer.Length > MaximumLength)
        {
            throw TooLong(reader);
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private JournalException TooLong(IJournalLineReader reader) => reader.LineCount == 0
        ? JournalDamage.Foreign(medium.Path)
        : new JournalException(medium.Path, reader.LineCount + 1, $"The line is longer than {MaximumLength >> 20} MiB, the longest that is read. Nothing was changed.");
}
