namespace HyperTune.Tests;

/// <summary>Passes everything on to another storage, keeps the log that it opened last and counts who opens one.</summary>
internal sealed class ObservedStorage(StudyStorage inner) : StudyStorage
{
    private int _openings;

    public StudyLog Log { get; private set; } = null!;

    public int Openings => _openings;

    public override ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) => inner.ListAsync(cancellationToken);

    public override async ValueTask<StudyLog?> TryOpenAsync(string name, StudyParticipant participant, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _openings);
        await Task.Yield();
        return await inner.TryOpenAsync(name, participant, cancellationToken) is { } log ? Log = log : null;
    }

    public override async ValueTask<StudyLog?> TryCreateAsync(
        StudyHeader header, StudyParticipant participant, CancellationToken cancellationToken = default)
        => await inner.TryCreateAsync(header, participant, cancellationToken) is { } log ? Log = log : null;

    public override ValueTask<bool> TryRenameAsync(string name, string newName, CancellationToken cancellationToken = default)
        => inner.TryRenameAsync(name, newName, cancellationToken);

    public override ValueTask<bool> TryDeleteAsync(string name, CancellationToken cancellationToken = default)
        => inner.TryDeleteAsync(name, cancellationToken);
}
