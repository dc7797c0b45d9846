using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal;

/// <summary>The log of a study in a journal: the records that say something about the study, as events.</summary>
internal sealed class JournalLog : StudyLog
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);
    private const int LooksAtMost = 10;

    private readonly JournalCommitter _committer;
    private readonly JournalDurability _durability;
    private readonly TimeSpan _lockTimeout;
    private readonly JournalStudyFile _file;

    /// <param name="committer">Shared by all logs of the storage.</param>
    /// <param name="durability">Which records wait for the disk.</param>
    /// <param name="lockTimeout">How long to wait for the file's lock.</param>
    /// <param name="header">What the study was created with.</param>
    /// <param name="id">The study's number in the file.</param>
    /// <param name="participant">Who opens it.</param>
    public JournalLog(
        JournalCommitter committer, JournalDurability durability, TimeSpan lockTimeout, StudyHeader header, int id, StudyParticipant participant)
    {
        _committer = committer;
        _durability = durability;
        _lockTimeout = lockTimeout;
        Header = header;
        _file = new JournalStudyFile(committer, header, id, participant);
    }

    public override StudyHeader Header { get; }

    /// <summary>What stands behind it.</summary>
    internal JournalStudyFile File => _file;

    public override ValueTask ReadAsync(long after, StudyReader reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        cancellationToken.ThrowIfCancellationRequested();
        _file.Read(after, reader, WaitFor(cancellationToken));
        return ValueTask.CompletedTask;
    }

    public override ValueTask<long?> TryAppendAsync(
        long? expectedVersion,
        IReadOnlyList<ReadOnlyMemory<byte>> entries,
        StudyDurability durability,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        cancellationToken.ThrowIfCancellationRequested();
        var append = new JournalAppend(_file, expectedVersion, entries);
        _committer.Run(append, Waits(durability), WaitFor(cancellationToken));
        return new(append.Version);
    }

    public override ValueTask CommitAsync(StudyChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        _committer.Run(new JournalCommit(_file, change), Waits(change.Durability), WaitFor(cancellationToken));
        return ValueTask.CompletedTask;
    }

    public override async ValueTask WaitAsync(long after, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (int looks = 0; looks < LooksAtMost && IsStill(after); looks++)
        {
            await Task.Delay(LookInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    public override ValueTask KeepAliveAsync(IReadOnlyList<int> trials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        cancellationToken.ThrowIfCancellationRequested();
        if (trials.Count > 0)
        {
            _committer.Run(new JournalRenewal(_file, trials), Waits(StudyDurability.Process), WaitFor(cancellationToken));
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<int>> FindAbandonedAsync(IReadOnlyList<RunningTrial> trials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_committer.Gate)
        {
            var running = new List<JournalOpenTrial>();
            var ended = new List<int>();
            foreach (RunningTrial trial in trials)
            {
                JournalOpenTrial? found = _file.FindRunning(trial.Number);
                if (found?.Owner == trial.Owner)
                {
                    running.Add(found!);
                }
                else if (found is null && ProcessIdentity.IsAlive(trial.Owner) == false)
                {
                    // One that was reopened: to the format it has ended, so that there is no record of its own for a sign of life.
                    ended.Add(trial.Number);
                }
            }

            return new([.. _file.Leases.FindInterrupted(running), .. ended]);
        }
    }

    private bool IsStill(long after)
    {
        lock (_committer.Gate)
        {
            return _file.Cursor.IsStill(after);
        }
    }

    private JournalWait WaitFor(CancellationToken cancellationToken) => new(_lockTimeout, _file.Logger, cancellationToken);

    private bool Waits(StudyDurability durability) => _durability == JournalDurability.EveryRecord
        || (durability == StudyDurability.Power && _durability == JournalDurability.Results);
}
