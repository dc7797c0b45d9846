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
    private readonly List<JournalWork> _queue = [];
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
    /// <param name="wait">How long to wait for the file's lock.</param>
    /// <exception cref="JournalException">
    /// The file cannot be read or written, and nothing of the change is in it; or, which the message then says, the change is in it and the disk did not
    /// confirm it.
    /// </exception>
    /// <exception cref="OperationCanceledException">The wait was ended before the change was begun, and nothing of it is in the file.</exception>
    public void Run(JournalWork work, bool isDurable, JournalWait wait)
    {
        if (!IsDoneByAnother(work, wait.CancellationToken))
        {
            Lead(work, wait);
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
    /// <param name="lines">How far it was read.</param>
    /// <param name="reader">Takes in the lines.</param>
    /// <param name="wait">How long to wait while somebody keeps the file.</param>
    /// <returns><see langword="false"/> when there is no file.</returns>
    public bool TryRead(JournalLines lines, IJournalLineReader reader, JournalWait wait)
        => wait.TryRead(medium, Gate, () => lines.ReadInto(reader)) || (lines.Offset == 0 ? false : throw lines.Replaced());

    /// <summary>Queues a change.</summary>
    /// <returns><see langword="true"/> when it has been carried out; <see langword="false"/> when this thread is to lead the next batch.</returns>
    private bool IsDoneByAnother(JournalWork work, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration cancellation = cancellationToken.UnsafeRegister(static state => ((JournalCommitter)state!).WakeAll(), this);
        lock (_queueLock)
        {
            _queue.Add(work);
            while (_hasLeader && !work.IsDone)
            {
                // Once a leader has taken it, it may be in the file already.
                if (cancellationToken.IsCancellationRequested && _queue.Remove(work))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                Monitor.Wait(_queueLock);
            }

            _hasLeader |= !work.IsDone;
            return work.IsDone;
        }
    }

    private void WakeAll()
    {
        lock (_queueLock)
        {
            Monitor.PulseAll(_queueLock);
        }
    }

    // The leader takes the file's lock and carries out all that is waiting by then, its own change among it.
    private void Lead(JournalWork own, JournalWait wait)
    {
        JournalWork[] batch = [];
        try
        {
            WaitForLock(wait);
            batch = TakeQueue(batch);
            while (!TrySettle(batch))
            {
                // The lock was lost. All of the batch wait for it now, whatever the leader's caller wants.
                WaitForLock(wait.WithoutCancellation());
                batch = TakeQueue(batch);
            }
        }
        catch (Exception exception)
        {
            // Before it has the lock, what went wrong is the leader's affair alone: another one leads, and may be more patient or luckier.
            batch = batch.Length > 0 ? batch : TakeOwn(own);
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

    private JournalWork[] TakeOwn(JournalWork own)
    {
        lock (_queueLock)
        {
            _queue.Remove(own);
            return [own];
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

    private void WaitForLock(JournalWait wait)
    {
        _turns.Begin();
        for (int looks = 1; !medium.TryLock(); looks++)
        {
            wait.Pause(JournalTurns.PauseAfter(looks), medium);
            _turns.Restart();
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
