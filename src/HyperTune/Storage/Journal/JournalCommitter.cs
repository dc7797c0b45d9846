using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Records;

namespace HyperTune.Storage.Journal;

/// <summary>
/// Lets the threads of this process change a journal in turn, whatever studies they work on. A change is decided while this process holds the file's lock
/// and knows every record before it, so it is written only when it will be accepted.
/// </summary>
/// <remarks>
/// Threads that change the journal at the same time share one taking of the lock and one flush (group commit). The flush comes after the lock was given
/// back, and only those wait for it whose records have to survive a loss of power.
/// </remarks>
internal sealed class JournalCommitter(JournalMedium medium, JournalTimeStyle newFileTimeStyle = JournalTimeStyle.Local)
{
    private readonly object _queueLock = new();
    private readonly Queue<JournalWork> _queue = new();
    private readonly JournalTurns _turns = new();
    private readonly JournalFlushes _flushes = new(medium);
    private bool _hasLeader;

    public JournalMedium Medium => medium;

    /// <summary>How a new file writes points in time.</summary>
    public JournalTimeStyle NewFileTimeStyle => newFileTimeStyle;

    /// <summary>Held by whoever uses the medium, and whatever knows how far it has read.</summary>
    public Lock Gate { get; } = new();

    /// <summary>How often records were flushed to disk; several changes can share one.</summary>
    public long FlushCount => _flushes.Count;

    /// <summary>How many changes wait for their batch.</summary>
    public int WaitingCount
    {
        get
        {
            lock (_queueLock)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>Carries out a change.</summary>
    /// <param name="work">The change.</param>
    /// <param name="isDurable">Whether to wait until its records would survive a loss of power. They survive the end of this process in any case.</param>
    /// <exception cref="JournalException">
    /// The file cannot be read or written, and nothing of the change is in it; or, which the message then says, the change is in it and the disk did not
    /// confirm it.
    /// </exception>
    public void Run(JournalWork work, bool isDurable)
    {
        if (!IsDoneByAnother(work))
        {
            Lead();
        }

        work.ThrowIfFailed();
        if (isDurable && work.Write is { } write)
        {
            _flushes.WaitFor(write);
        }
    }

    /// <summary>Numbers a write that has just been made.</summary>
    public long NoteWrite() => _flushes.Note();

    /// <summary>Reads what was added to the file.</summary>
    /// <returns><see langword="false"/> when there is no file.</returns>
    public bool TryRead(JournalLines lines, IJournalLineReader reader)
    {
        lock (Gate)
        {
            if (!medium.TryOpenForReading())
            {
                return lines.Offset == 0 ? false : throw lines.Replaced();
            }

            try
            {
                lines.ReadInto(reader);
                return true;
            }
            finally
            {
                medium.Close();
            }
        }
    }

    /// <summary>Queues a change.</summary>
    /// <returns><see langword="true"/> when it has been carried out; <see langword="false"/> when this thread is to lead the next batch.</returns>
    private bool IsDoneByAnother(JournalWork work)
    {
        lock (_queueLock)
        {
            _queue.Enqueue(work);
            while (_hasLeader && !work.IsDone)
            {
                Monitor.Wait(_queueLock);
            }

            _hasLeader |= !work.IsDone;
            return work.IsDone;
        }
    }

    // The leader takes the file's lock and carries out all that is waiting by then, its own change among it.
    private void Lead()
    {
        JournalWork[] batch = [];
        try
        {
            do
            {
                WaitForLock();
                batch = TakeQueue(batch);
            }
            while (!TrySettle(batch));
        }
        catch (Exception exception)
        {
            batch = batch.Length > 0 ? batch : TakeQueue(batch);
            foreach (JournalWork work in batch.Where(static work => !work.IsSettled))
            {
                work.Fail(exception);
            }
        }
        finally
        {
            lock (_queueLock)
            {
                Array.ForEach(batch, static work => work.Finish());
                _hasLeader = false;
                Monitor.PulseAll(_queueLock);
            }
        }
    }

    private JournalWork[] TakeQueue(JournalWork[] before)
    {
        lock (_queueLock)
        {
            JournalWork[] all = [.. before, .. _queue];
            _queue.Clear();
            return all;
        }
    }

    private void WaitForLock()
    {
        _turns.Begin();
        for (int looks = 1; !medium.TryLock(); looks++)
        {
            _turns.WaitForOther(looks);
        }
    }

    /// <summary>Carries out a batch under the file's lock, one after the other, so that each change sees those before it.</summary>
    /// <returns><see langword="false"/> when the lock was lost.</returns>
    private bool TrySettle(JournalWork[] batch)
    {
        lock (Gate)
        {
            try
            {
                medium.OpenForWriting();
                return Array.TrueForAll(batch, work => work.IsSettled || work.TrySettle(this));
            }
            finally
            {
                medium.Close();
                medium.Unlock();
                _turns.End();
            }
        }
    }
}
