using System.Buffers;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Records;

namespace HyperTune.Storage.Journal.Files;

/// <summary>
/// Reads the lines that were added to a journal since the last time, and appends new ones. Only whole lines count: the last one without a line break is
/// somebody's write in progress, or what a dead writer left.
/// </summary>
internal sealed class JournalLines(JournalMedium medium)
{
    private const int BufferSize = 1 << 18;
    private const int AnchorSize = 32;

    // The last bytes that were read. They must still be there, or the file is another one.
    private readonly byte[] _anchor = new byte[AnchorSize];
    private int _anchorLength;

    /// <summary>How many bytes have been read or appended.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads all whole lines that were added; the medium is open.</summary>
    /// <exception cref="JournalException">A line is no record, or the file is no longer the one read so far.</exception>
    public void ReadInto(IJournalLineReader reader)
    {
        long length = medium.Length;
        if (length == Offset)
        {
            return;
        }

        CheckAnchor(length);
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(BufferSize, length - Offset));
        int filled = 0;
        long position = Offset;
        try
        {
            while (position < length)
            {
                int read = medium.Read(position, buffer.AsSpan(filled, (int)Math.Min(buffer.Length - filled, length - position)));
                if (read == 0)
                {
                    break;
                }

                position += read;
                filled += read;
                int applied = ApplyLines(reader, buffer.AsSpan(0, filled), position == length);
                buffer.AsSpan(applied, filled - applied).CopyTo(buffer);
                filled -= applied;
                buffer = filled == buffer.Length ? Grow(buffer) : buffer;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Repairs what a dead writer left behind the last whole line; the medium is locked and everything whole is read. A record that lacks nothing but
    /// its line break is completed, anything else is cut off: appending to it would make the file unreadable for everyone.
    /// </summary>
    public void RepairTail(IJournalLineReader reader)
    {
        long length = medium.Length;
        if (length == Offset)
        {
            return;
        }

        byte[] tail = new byte[length - Offset];
        int filled = 0;
        for (int read = 1; read > 0; filled += read)
        {
            read = medium.Read(Offset + filled, tail.AsSpan(filled));
        }

        if (IsRecord(tail))
        {
            medium.Append("\n"u8);
            ReadInto(reader);
        }
        else
        {
            medium.Truncate(Offset);
        }
    }

    /// <summary>Appends records; the medium is locked and its tail is whole.</summary>
    public void Append(ReadOnlySpan<byte> records)
    {
        try
        {
            medium.Append(records);
        }
        catch (IOException exception)
        {
            // A full disk may have taken a part. Without this the next writer would have to cut it off.
            medium.Truncate(Offset);
            throw new JournalException(
                medium.Path,
                null,
                $"The records could not be written, and nothing of them was kept: {exception.Message} Make room on the disk and repeat the call.",
                exception);
        }

        Advance(records);
    }

    /// <summary>Says that the file is no longer the one that was read.</summary>
    public JournalException Replaced() => new(
        medium.Path,
        null,
        "The file was deleted, replaced or shortened while it was open. Stop the programs that use it, restore it, and open it again.");

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
            try
            {
                reader.Read(line);
            }
            catch (JournalFormatException exception)
            {
                // Zeros are what a loss of power leaves of a write that nobody was told to have succeeded.
                if (isEnd && next == text.Length && line.Contains((byte)0))
                {
                    return start;
                }

                throw Unreadable(reader.LineCount + 1, exception);
            }

            Advance(text[start..next]);
            start = next;
        }
    }

    private JournalException Unreadable(int line, JournalFormatException exception) => new(
        medium.Path,
        line,
        $"This is no journal record. {exception.Message} A program probably died while writing, and another one appended to what it left. "
            + "Make a copy of the file, then delete this line and nothing else.",
        exception);

    private void Advance(ReadOnlySpan<byte> bytes)
    {
        Offset += bytes.Length;
        ReadOnlySpan<byte> last = bytes.Length > AnchorSize ? bytes[^AnchorSize..] : bytes;
        int kept = Math.Min(_anchorLength, AnchorSize - last.Length);
        _anchor.AsSpan(_anchorLength - kept, kept).CopyTo(_anchor);
        last.CopyTo(_anchor.AsSpan(kept));
        _anchorLength = kept + last.Length;
    }

    private void CheckAnchor(long length)
    {
        Span<byte> found = stackalloc byte[AnchorSize];
        found = found[.._anchorLength];
        bool same = length >= Offset && medium.Read(Offset - _anchorLength, found) == _anchorLength && found.SequenceEqual(_anchor.AsSpan(0, _anchorLength));
        if (!same)
        {
            throw Replaced();
        }
    }

    private static bool IsRecord(ReadOnlySpan<byte> line)
    {
        try
        {
            _ = new JournalRecord(line);
            return true;
        }
        catch (JournalFormatException)
        {
            return false;
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
