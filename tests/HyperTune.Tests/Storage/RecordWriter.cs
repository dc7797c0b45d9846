using Microsoft.Extensions.Logging.Abstractions;

namespace HyperTune.Tests;

/// <summary>A program that writes whatever records it likes into a journal, in its turn. Each instance stands for a process of its own.</summary>
internal sealed class RecordWriter(JournalMedium medium, JournalTimeStyle newFileTimeStyle = JournalTimeStyle.Local)
{
    private readonly JournalCommitter _committer = new(medium, newFileTimeStyle);
    private readonly JournalLines _lines = new(medium);
    private readonly JournalReader _reader = new(new JournalInterner(), new JournalReplay());

    /// <summary>How many changes wait for their batch.</summary>
    public int WaitingCount => _committer.WaitingCount;

    /// <summary>Reads what was added, then looks.</summary>
    public T Refresh<T>(Func<JournalReplay, T> look)
    {
        _committer.TryRead(_lines, _reader, JournalWait.Endless);
        lock (_committer.Gate)
        {
            return look(_reader.Replay);
        }
    }

    /// <summary>How many trials it knew when it read last.</summary>
    public int CountTrialsSeen => _reader.Replay.TrialCount;

    public int CountTrials() => Refresh(static replay => replay.TrialCount);

    /// <summary>Writes records.</summary>
    /// <param name="worker">Their author.</param>
    /// <param name="isDurable">Whether to wait for the disk.</param>
    /// <param name="prepare">Looks at what is there, and writes the records.</param>
    public T Commit<T>(string worker, bool isDurable, Func<JournalReplay, JournalRecordWriter, T> prepare)
    {
        var work = new Work<T>(this, worker, prepare);
        _committer.Run(work, isDurable, JournalWait.Endless);
        return work.Result;
    }

    public void Write(Action<JournalRecordWriter> write, string worker = "w") => Commit(worker, true, (_, writer) =>
    {
        write(writer);
        return 0;
    });

    private sealed class Work<T>(RecordWriter owner, string worker, Func<JournalReplay, JournalRecordWriter, T> prepare) : JournalWork
    {
        public T Result { get; private set; } = default!;

        protected override bool TryRun(JournalCommitter committer)
        {
            owner._lines.ReadInto(owner._reader);
            owner._lines.RepairTail(owner._reader, NullLogger.Instance);
            var writer = new JournalRecordWriter { WorkerId = worker, TimeStyle = owner._reader.Replay.TimeStyle ?? committer.NewFileTimeStyle };
            Result = prepare(owner._reader.Replay, writer);
            if (writer.Length > 0 && !TryAppend(committer, owner._lines, writer.Written))
            {
                return false;
            }

            for (ReadOnlySpan<byte> rest = writer.Written; !rest.IsEmpty;)
            {
                int length = rest.IndexOf((byte)'\n');
                owner._reader.Read(rest[..length]);
                rest = rest[(length + 1)..];
            }

            return true;
        }
    }
}
