using System.Text;

namespace HyperTune.Tests;

/// <summary>Passes everything on to another storage, but writes that it was done by a process of this machine that does not exist.</summary>
internal sealed class DyingStorage(StudyStorage inner) : StudyStorage
{
    public override ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) => inner.ListAsync(cancellationToken);

    public override async ValueTask<StudyLog?> TryOpenAsync(string name, StudyParticipant participant, CancellationToken cancellationToken = default)
        => await inner.TryOpenAsync(name, Dead(participant), cancellationToken) is { } log ? new Log(log) : null;

    public override async ValueTask<StudyLog?> TryCreateAsync(StudyHeader header, StudyParticipant participant, CancellationToken cancellationToken = default)
        => await inner.TryCreateAsync(header, Dead(participant), cancellationToken) is { } log ? new Log(log) : null;

    public override ValueTask<bool> TryRenameAsync(string name, string newName, CancellationToken cancellationToken = default)
        => inner.TryRenameAsync(name, newName, cancellationToken);

    public override ValueTask<bool> TryDeleteAsync(string name, CancellationToken cancellationToken = default) => inner.TryDeleteAsync(name, cancellationToken);

    private static StudyParticipant Dead(StudyParticipant participant) => participant with { Owner = Dead(participant.Owner) };

    private static string Dead(string text) => text.Replace($"-{Environment.ProcessId}.", $"-{int.MaxValue}.", StringComparison.Ordinal);

    private sealed class Log(StudyLog inner) : StudyLog
    {
        public override StudyHeader Header => inner.Header;

        public override ValueTask ReadAsync(long after, StudyReader reader, CancellationToken cancellationToken = default)
            => inner.ReadAsync(after, reader, cancellationToken);

        public override ValueTask<long?> TryAppendAsync(
            long? expectedVersion, IReadOnlyList<ReadOnlyMemory<byte>> entries, StudyDurability durability, CancellationToken cancellationToken = default)
            => inner.TryAppendAsync(
                expectedVersion,
                [.. entries.Select(static entry => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Dead(Encoding.UTF8.GetString(entry.Span))))],
                durability,
                cancellationToken);

        public override ValueTask<IReadOnlyList<int>> FindAbandonedAsync(IReadOnlyList<RunningTrial> trials, CancellationToken cancellationToken = default)
            => inner.FindAbandonedAsync(trials, cancellationToken);

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
