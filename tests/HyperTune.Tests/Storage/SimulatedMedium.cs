using System.Text;

namespace HyperTune.Tests;

/// <summary>
/// A journal in memory whose writer can be made to die or its disk to be full in the middle of a write. Threads that stand for processes may use it at the
/// same time, as they may a file: one of them at a time has its lock, and each call sees a write or does not.
/// </summary>
internal sealed class SimulatedMedium : JournalMedium
{
    private const int Nobody = 0;

    // Held for as long as a call lasts, as a file's system does.
    private readonly Lock _calls = new();
    private byte[] _content;
    private int _writer = Nobody;
    private int _flushes;
    private int _changes;

    public SimulatedMedium(ReadOnlySpan<byte> content = default) => _content = content.ToArray();

    public ReadOnlySpan<byte> Content => _content;

    /// <summary>Called when a writer has begun to take the lock, and has not got it yet.</summary>
    public Action? Locking { get; set; }

    /// <summary>How many more bytes may be written before the writer dies.</summary>
    public int BytesUntilCrash { get; set; } = int.MaxValue;

    /// <summary>How many bytes fit onto the disk.</summary>
    public int Capacity { get; set; } = int.MaxValue;

    /// <summary>Whether the disk lets bytes be taken away.</summary>
    public bool CanTruncate { get; set; } = true;

    /// <summary>How many more times the lock is found to have been taken away.</summary>
    public int LockLosses { get; set; }

    public int Flushes => _flushes;

    /// <summary>How often the lock was taken.</summary>
    public int Locks { get; private set; }

    /// <summary>Called before each flush; may throw, as a disk does that fails.</summary>
    public Action? Flushing { get; set; }

    /// <summary>How many bytes were ever read.</summary>
    public long BytesRead { get; private set; }

    public override string Path => "/simulated/study.journal";

    public long Length => _content.Length;

    public override FileStatus Status
    {
        get
        {
            lock (_calls)
            {
                return new FileStatus(FileKind.Regular, 1, 1, 1, _content.Length, _changes);
            }
        }
    }

    /// <summary>Replaces a text everywhere, as if it had always been the other one.</summary>
    public void Replace(string before, string after)
    {
        lock (_calls)
        {
            _content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_content).Replace(before, after, StringComparison.Ordinal));
            _changes++;
        }
    }

    public override bool IsStill(in FileStatus status) => status == Status;

    public override bool TryOpenForReading(out bool isBusy)
    {
        isBusy = false;
        return true;
    }

    public override void OpenForWriting()
    {
    }

    public override void Close()
    {
    }

    public override int Read(long offset, Span<byte> buffer)
    {
        lock (_calls)
        {
            int count = Math.Min(buffer.Length, _content.Length - (int)offset);
            _content.AsSpan((int)offset, count).CopyTo(buffer);
            BytesRead += count;
            return count;
        }
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        AssertIsWriter();
        lock (_calls)
        {
            int written = Math.Min(bytes.Length, Math.Min(BytesUntilCrash, Math.Max(0, Capacity - _content.Length)));
            _content = [.. _content, .. bytes[..written]];
            _changes++;
            BytesUntilCrash -= written;
            if (written == bytes.Length)
            {
                return;
            }

            throw BytesUntilCrash == 0 ? new CrashException() : new IOException("No space left on device");
        }
    }

    public override void Truncate(long length)
    {
        AssertIsWriter();
        if (!CanTruncate)
        {
            throw new IOException("Input/output error");
        }

        lock (_calls)
        {
            _content = _content[..(int)length];
            _changes++;
        }
    }

    public override void FlushToDisk()
    {
        Interlocked.Increment(ref _flushes);
        Flushing?.Invoke();
    }

    public override bool TryLock()
    {
        Locking?.Invoke();

        // Looking and taking are one step, as the creation of a lock file is: between two, another writer would find it free as well.
        if (Interlocked.CompareExchange(ref _writer, Environment.CurrentManagedThreadId, Nobody) != Nobody)
        {
            return false;
        }

        Locks++;
        return true;
    }

    public override string DescribeHolder() => "Another test holds it.";

    public override void Unlock()
    {
        AssertIsWriter();
        Volatile.Write(ref _writer, Nobody);
    }

    public override bool HoldsLock() => LockLosses-- <= 0;

    private void AssertIsWriter() => Assert.Equal(Environment.CurrentManagedThreadId, Volatile.Read(ref _writer));

    /// <summary>The end of the writing process: nothing after it in that process happens.</summary>
    public sealed class CrashException : Exception;
}
