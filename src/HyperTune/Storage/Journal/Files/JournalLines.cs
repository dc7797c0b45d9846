using System.Buffers;
using HyperTune.Storage.Journal.Json;
using Microsoft.Extensions.Logging;

namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// Reads the lines that were added to a journal since the last time, and appends new ones. Only whole lines count: the last one without a line break is
/// somebody's write in progress, or what a dead writer left.
/// </summary>
internal sealed class JournalLines(JournalMedium medium)
{
    /// <summary>How long a line may be, in bytes.</summary>
    public const int MaximumLength = 1 << 27;

    private const int BufferSize = 1 << 18;

    private readonly JournalAnchor _anchor = new();
    private FileStatus _status;

    /// <summary>How many bytes have been read or appended.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether nothing has happened to the file since it was read or written here, as far as can be seen without opening it.</summary>
    public bool IsStill => Offset > 0 && medium.IsStill(in _status);

    /// <summary>Reads all whole lines that were added; the medium is open.</summary>
    /// <exception cref="JournalException">A line is no record, or the file is no longer the one read so far.</exception>
    public void ReadInto(IJournalLineReader reader)
    {
        FileStatus status = medium.Status;
        if (status == _status)
        {
            return;
        }

        CheckSame(in status);
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(BufferSize, Math.Max(1, status.Length - Offset)));
        try
        {
            int filled = 0;
            for (long position = Offset; position < status.Length;)
            {
                int read = medium.Read(position, buffer.AsSpan(filled, (int)Math.Min(buffer.Length - filled, status.Length - position)));
                if (read == 0)
                {
                    break;
                }

                position += read;
                filled += read;
                int applied = ApplyLines(reader, buffer.AsSpan(0, filled), position == status.Length);
                buffer.AsSpan(applied, filled - applied).CopyTo(buffer);
                filled -= applied;
                buffer = filled == buffer.Length ? Grow(buffer, reader) : buffer;
            }

            if (Offset == 0 && filled > 0 && JournalTail.Of(buffer.AsSpan(0, filled), isFirst: true) == JournalTailKind.Foreign)
            {
                throw JournalDamage.Foreign(medium.Path);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _status = status;
    }

    /// <summary>
    /// Repairs what a dead writer left behind the last whole line; the medium is locked and everything whole has just been read. A record that lacks nothing but
    /// its line break is completed, and what certainly is the beginning of one is cut off: appending to it would make the file unreadable for everyone.
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

        byte[] tail = ReadTail(_status.Length, reader);
        bool isBrokenLine = tail.AsSpan().IndexOf((byte)'\n') == tail.Length - 1 && JournalTail.IsTornLine(tail.AsSpan(0, tail.Length - 1), Offset);
        JournalTailKind kind = isBrokenLine ? JournalTailKind.Torn : JournalTail.Of(tail, Offset == 0);
        switch (kind)
        {
            case JournalTailKind.Record:
                Read(reader, tail);
                Write("\n"u8);
                Advance([.. tail, (byte)'\n']);
                break;
            case JournalTailKind.Torn:
                medium.Truncate(Offset);
                logger.TornRecordCut(medium.Path, reader.LineCount, tail.Length);
                break;
            default:
                throw Offset == 0 ? JournalDamage.Foreign(medium.Path) : JournalDamage.OfTail(medium.Path, reader.LineCount + 1, tail);
        }

        _status = medium.Status;
    }

    /// <summary>Appends records; the medium is locked and its tail is whole.</summary>
    public void Append(ReadOnlySpan<byte> records)
    {
        Write(records);
        Advance(records);
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

    private byte[] ReadTail(long length, IJournalLineReader reader)
    {
        if (length - Offset > MaximumLength)
        {
            throw TooLong(reader);
        }

        byte[] tail = new byte[length - Offset];
        int filled = 0;
        for (int read = 1; read > 0; filled += read)
        {
            read = medium.Read(Offset + filled, tail.AsSpan(filled));
        }

        return tail;
    }

    private int ApplyLines(IJournalLineReader reader, ReadOnlySpan<byte> text, bool isEnd)
    {
        int start = 0;
        while (true)
        {
            int length = text[start..].IndexOf((byte)'\n');
            if (length < 0)
            {
                return start;
            }

            ReadOnlySpan<byte> line = text.Slice(start, length);
            int next = start + length + 1;
            if (isEnd && next == text.Length && JournalTail.IsTornLine(line, Offset))
            {
                return start;
            }

            Read(reader, line);
            Advance(text[start..next]);
            start = next;
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
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private JournalException TooLong(IJournalLineReader reader) => reader.LineCount == 0
        ? JournalDamage.Foreign(medium.Path)
        : new JournalException(medium.Path, reader.LineCount + 1, $"The line is longer than {MaximumLength >> 20} MiB, the longest that is read. Nothing was changed.");
}
