namespace HyperTune.Tests;

/// <summary>A log that keeps bytes in memory, and a snapshot, for any number of sessions of one test.</summary>
internal sealed class ByteLog(StudyHeader header) : StudyLog
{
    private readonly List<ReadOnlyMemory<byte>> _entries = [];

    public override StudyHeader Header => header;

    public override bool KeepsSnapshots => IsKeeping;

    public bool IsKeeping { get; init; } = true;

    public StudySnapshot? Snapshot { get; set; }

    /// <summary>How many snapshots were kept.</summary>
    public int Saves { get; private set; }

    /// <summary>How many entries were read.</summary>
    public long Reads { get; private set; }

    public long Version => _entries.Count;

    /// <summary>The log as it was at a version, with its snapshot of now.</summary>
    public ByteLog At(long version)
    {
        var log = new ByteLog(header) { Snapshot = Snapshot };
        log._entries.AddRange(_entries.Take((int)version));
        return log;
    }

    public override ValueTask ReadAsync(long after, StudyReader reader, CancellationToken cancellationToken = default)
    {
        for (long version = after + 1; version <= _entries.Count; version++)
        {
            reader.Read(version, _entries[(int)version - 1].Span);
            Reads++;
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask<long?> TryAppendAsync(
        long? expectedVersion, IReadOnlyList<ReadOnlyMemory<byte>> entries, StudyDurability durability, CancellationToken cancellationToken = default)
    {
        if (expectedVersion is { } expected && expected != _entries.Count)
        {
            return new((long?)null);
        }

        _entries.AddRange(entries);
        return new(_entries.Count);
    }

    public override ValueTask<StudySnapshot?> LoadSnapshotAsync(CancellationToken cancellationToken = default) => new(Snapshot);

    public override ValueTask SaveSnapshotAsync(StudySnapshot snapshot, CancellationToken cancellationToken = default)
    {
        Snapshot = snapshot;
        Saves++;
        return ValueTask.CompletedTask;
    }
}
