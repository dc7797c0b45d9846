namespace HyperTune.Storage.Memory;

/// <summary>
/// The log of a study that only its own process knows. Nobody else reads it, so that the state is the history, and of the entries it keeps nothing but
/// their number.
/// </summary>
internal sealed class MemoryLog(StudyHeader header) : StudyLog
{
    private long _version;

    public override StudyHeader Header => header;

    public override ValueTask ReadAsync(long after, StudyReader reader, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public override ValueTask<long?> TryAppendAsync(
        long? expectedVersion,
        IReadOnlyList<ReadOnlyMemory<byte>> entries,
        StudyDurability durability,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new(expectedVersion is null || expectedVersion == _version ? _version += entries.Count : null);
    }

    public override ValueTask<IReadOnlyList<int>> FindAbandonedAsync(IReadOnlyList<RunningTrial> trials, CancellationToken cancellationToken = default)
        => new([]);
}
