namespace HyperTune;

/// <summary>
/// A journal at work in this process: its replayed state, and changes to it. A change is prepared while this process holds the journal's lock and knows
/// every record before it, so it is written only when it will be accepted, and what it returns is true for all processes.
/// </summary>
/// <remarks>
/// Threads that change the journal at the same time share one lock, one write and one flush (group commit). The flush comes after the lock was given back,
/// and only those wait for it whose records have to survive a loss of power.
/// </remarks>
internal sealed class Journal(JournalMedium medium, JournalTimeStyle newFileTimeStyle = JournalTimeStyle.Local)
{
    private readonly object _queueLock = new();
    private readonly Lock _stateLock = new();
    private readonly JournalRecordWriter _writer = new();
    private readonly Queue<JournalChange> _queue = new();
    private readonly List<WeakReference<JournalSession>> _sessions = [];
    private readonly List<JournalTrialEvent> _happened = [];
    private readonly JournalTurns _turns = new();
    private readonly JournalFlushes _flushes = new(medium);
    private bool _hasLeader;
    private JournalLines _lines = new(medium);
    private JournalReplay _replay = new();
    private bool _isReplayBroken;
    private int _publishedRecords;

    public string Path => medium.Path;

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

    /// <summary>Reads what other processes have added, then looks at the state.</summary>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    public T Refresh<T>(Func<JournalReplay, T> look)
    {
        lock (_stateLock)
        {
            if (!_isReplayBroken && medium.IsStill(_lines.Offset))
            {
                return look(_replay);
            }

            if (medium.TryOpenForReading())
            {
                try
                {
                    CatchUp();
                }
                finally
                {
                    medium.Close();
                }
            }
            else if (_lines.Offset > 0)
            {
                throw _lines.Replaced();
            }

            return look(_replay);
        }
    }

    /// <summary>Looks at the state as it was read last.</summary>
    public T Look<T>(Func<JournalReplay, T> look)
    {
        lock (_stateLock)
        {
            return look(_replay);
        }
    }

    /// <summary>Hands over the study as it is, and from now on gives the session all that happens to it.</summary>
    public void Subscribe(JournalSession session, IStudyEvents events)
    {
        lock (_stateLock)
        {
            session.Load(_replay, events);
            _sessions.Add(new WeakReference<JournalSession>(session));
            _replay.Happened = Note;
        }
    }

    /// <summary>Changes the journal.</summary>
    /// <typeparam name="T">What the change returns.</typeparam>
    /// <param name="workerId">The author of the change's records.</param>
    /// <param name="durable">Whether to wait until the records would survive a loss of power. They survive the end of this process in any case.</param>
    /// <param name="prepare">
    /// Looks at the state and writes the records, or none. It runs again when another process took the lock away, so it changes nothing else. Records
    /// that it writes before it throws are forgotten.
    /// </param>
    /// <exception cref="JournalException">
    /// The file cannot be read or written, and nothing of the change is in it; or, which the message then says, the change is in it and the disk did not
    /// confirm it.
    /// </exception>
    public T Commit<T>(string workerId, bool durable, Func<JournalReplay, JournalRecordWriter, T> prepare)
    {
        var change = new JournalChange<T>(workerId, prepare);
        if (!IsDoneByAnother(change))
        {
            Lead();
        }

        T result = change.Result;
        if (change.Write is { } write && durable)
        {
            _flushes.WaitFor(write);
        }

        return result;
    }

    /// <summary>Queues a change.</summary>
    /// <returns><see langword="true"/> when it has been carried out; <see langword="false"/> when this thread is to lead the next batch.</returns>
    private bool IsDoneByAnother(JournalChange change)
    {
        lock (_queueLock)
        {
            _queue.Enqueue(change);
            while (_hasLeader && !change.IsDone)
            {
                Monitor.Wait(_queueLock);
            }

            _hasLeader |= !change.IsDone;
            return change.IsDone;
        }
    }

    // The leader takes the file's lock and carries out all that is waiting by then, its own change among it.
    private void Lead()
    {
        JournalChange[] batch = [];
        try
        {
            do
            {
                WaitForLock();
                batch = TakeQueue(batch);
            }
            while (!TryRun(batch));
        }
        catch (Exception exception)
        {
            batch = batch.Length > 0 ? batch : TakeQueue(batch);
            Array.ForEach(batch, change => change.Fail(exception));
        }
        finally
        {
            lock (_queueLock)
            {
                Array.ForEach(batch, static change => change.Finish());
                _hasLeader = false;
                Monitor.PulseAll(_queueLock);
            }
        }
    }

    private JournalChange[] TakeQueue(JournalChange[] before)
    {
        lock (_queueLock)
        {
            JournalChange[] all = [.. before, .. _queue];
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

    /// <summary>Carries out a batch under the file's lock.</summary>
    /// <returns><see langword="false"/> when the lock was lost before anything was written.</returns>
    private bool TryRun(JournalChange[] batch)
    {
        lock (_stateLock)
        {
            try
            {
                medium.OpenForWriting();
                CatchUp();
                _lines.RepairTail(_replay);
                Prepare(batch);
                if (_writer.Length > 0)
                {
                    return TryWrite(batch);
                }

                return true;
            }
            finally
            {
                medium.Close();
                medium.Unlock();
                _turns.End();
            }
        }
    }

    private void Prepare(JournalChange[] batch)
    {
        _writer.Truncate(0);
        _writer.TimeStyle = _replay.TimeStyle ?? newFileTimeStyle;
        foreach (JournalChange change in batch)
        {
            int start = _writer.Length;
            change.Write = null;
            _writer.WorkerId = change.WorkerId;
            change.Prepare(_replay, _writer);
            if (change.Failed)
            {
                _writer.Truncate(start);
            }
            else if (_writer.Length > start)
            {
                // The next change of the batch has to see this one, although it is not on disk yet. A change that found nothing to write leaves the
                // replay whole: to read the file anew for it would take longer than another process needs for its next record, and so for ever.
                _isReplayBroken = true;
                change.Write = 0;
                ApplyOwn(_writer.Written[start..]);
            }
        }
    }

    private bool TryWrite(JournalChange[] batch)
    {
        if (!medium.HoldsLock())
        {
            return false;
        }

        _lines.Append(_writer.Written);
        long write = _flushes.Note();
        foreach (JournalChange change in batch.Where(static change => change.Write is not null))
        {
            change.Write = write;
        }

        _isReplayBroken = false;
        Publish();
        return true;
    }

    private void ApplyOwn(ReadOnlySpan<byte> records)
    {
        while (!records.IsEmpty)
        {
            int length = records.IndexOf((byte)'\n');
            JournalOutcome outcome = _replay.Apply(records[..length]);
            if (outcome != JournalOutcome.Applied)
            {
                throw new InvalidOperationException($"A record for journal '{Path}' would be refused: {outcome}.");
            }

            records = records[(length + 1)..];
        }
    }

    private void CatchUp()
    {
        if (_isReplayBroken)
        {
            // An earlier batch was applied and could not be written.
            _lines = new JournalLines(medium);
            _replay = new JournalReplay { Happened = _sessions.Count > 0 ? Note : null };
            _happened.Clear();
            _isReplayBroken = false;
        }

        _lines.ReadInto(_replay);
        Publish();
    }

    // A replay that had to begin again repeats what sessions know.
    private void Note(JournalTrialEvent happened)
    {
        if (happened.Record >= _publishedRecords)
        {
            _happened.Add(happened);
        }
    }

    private void Publish()
    {
        _publishedRecords = Math.Max(_publishedRecords, _replay.RecordCount);
        if (_happened.Count == 0)
        {
            return;
        }

        _sessions.RemoveAll(reference =>
        {
            bool isGone = !reference.TryGetTarget(out JournalSession? session);
            session?.Take(_happened);
            return isGone;
        });
        _happened.Clear();
    }
}
