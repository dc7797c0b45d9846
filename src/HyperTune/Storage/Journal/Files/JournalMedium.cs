namespace HyperTune.Storage.Journal.Files;

/// <summary>Where a journal's bytes are. One thread at a time uses it, and opens it for as long as it needs it.</summary>
internal abstract class JournalMedium
{
    /// <summary>What errors call the journal.</summary>
    public abstract string Path { get; }

    /// <summary>Whether the journal is as it was, which needs no opening; where this cannot be told, it is not.</summary>
    public abstract bool IsStill(in FileStatus status);

    /// <summary>Opens the journal for reading.</summary>
    /// <param name="isBusy">Whether somebody keeps it to himself; then it is not open.</param>
    /// <returns>Whether it is open; <see langword="false"/> also when there is no journal yet.</returns>
    public abstract bool TryOpenForReading(out bool isBusy);

    /// <summary>Opens the journal for reading and writing, and creates it where there is none; this writer has the lock.</summary>
    public abstract void OpenForWriting();

    public abstract void Close();

    /// <summary>What the open journal is and how long.</summary>
    public abstract FileStatus Status { get; }

    /// <summary>Reads up to a buffer of bytes.</summary>
    /// <returns>How many bytes there were; 0 at the end.</returns>
    public abstract int Read(long offset, Span<byte> buffer);

    /// <summary>Reads a whole buffer of bytes, or up to the end.</summary>
    /// <returns>How many bytes there were.</returns>
    public int Fill(long offset, Span<byte> buffer)
    {
        int filled = 0;
        for (int read = 1; read > 0 && filled < buffer.Length; filled += read)
        {
            read = Read(offset + filled, buffer[filled..]);
        }

        return filled;
    }

    /// <summary>Writes all bytes behind the last one, in one go.</summary>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    public abstract void Truncate(long length);

    /// <summary>Returns when everything written would survive a loss of power. Needs no opening and may be called by any thread at any time.</summary>
    public abstract void FlushToDisk();

    /// <summary>Tries to become the only writer among all processes.</summary>
    public abstract bool TryLock();

    /// <summary>Who keeps the journal from being locked or opened, and what can be done about it, in a sentence or two.</summary>
    public abstract string DescribeHolder();

    /// <summary>Lets the next writer in.</summary>
    public abstract void Unlock();

    /// <summary>Whether the lock is still this writer's; another may have taken a writer that stood still for dead.</summary>
    public abstract bool HoldsLock();
}
