using System.Runtime.ExceptionServices;
using HyperTune.Storage.Journal.Files;

namespace HyperTune.Storage.Journal;

/// <summary>Something that one thread wants to do to a journal while this process holds the file's lock.</summary>
internal abstract class JournalWork
{
    private ExceptionDispatchInfo? _failure;

    /// <summary>The number of the write that has the work's records; <see langword="null"/> for none.</summary>
    public long? Write { get; private set; }

    /// <summary>Whether it was carried out, or failed.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Whether the thread that waits for it may go on.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Carries the work out.</summary>
    /// <returns><see langword="false"/> when the lock was lost before anything was written; it is then done again.</returns>
    public bool TrySettle(JournalCommitter committer)
    {
        try
        {
            IsSettled = TryRun(committer);
        }
        catch (Exception exception)
        {
            // It belongs to the thread that wanted the work, which throws it again.
            Fail(exception);
        }

        return IsSettled;
    }

    public void Fail(Exception exception)
    {
        _failure ??= ExceptionDispatchInfo.Capture(exception);
        IsSettled = true;
    }

    public void Finish() => IsDone = true;

    public void ThrowIfFailed() => _failure?.Throw();

    /// <summary>Appends records; called while the work is carried out.</summary>
    /// <returns><see langword="false"/> when the lock was lost.</returns>
    public bool TryAppend(JournalCommitter committer, JournalLines lines, ReadOnlySpan<byte> records)
    {
        if (!committer.Medium.HoldsLock())
        {
            return false;
        }

        lines.Append(records);
        Write = committer.NoteWrite();
        return true;
    }

    protected abstract bool TryRun(JournalCommitter committer);
}
