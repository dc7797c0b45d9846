using Microsoft.Extensions.Logging.Abstractions;

namespace HyperTune.Tests;

/// <summary>A journal in memory as a study's storage. Each instance stands for a process of its own.</summary>
internal sealed class SimulatedStorage(SimulatedMedium medium, JournalDurability durability = JournalDurability.Results) : StudyStorage
{
    private readonly JournalStudies _studies = new(new JournalCommitter(medium), durability, Timeout.InfiniteTimeSpan, NullLogger.Instance);

    public override ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) => new(_studies.List(cancellationToken));

    public override ValueTask<StudyLog?> TryOpenAsync(string name, StudyParticipant participant, CancellationToken cancellationToken = default)
        => new(_studies.TryOpen(name, participant, cancellationToken));

    public override ValueTask<StudyLog?> TryCreateAsync(StudyHeader header, StudyParticipant participant, CancellationToken cancellationToken = default)
        => new(_studies.TryCreate(header, participant, cancellationToken));

    public override ValueTask<bool> TryRenameAsync(string name, string newName, CancellationToken cancellationToken = default)
        => new(_studies.TryRename(name, newName, cancellationToken));

    public override ValueTask<bool> TryDeleteAsync(string name, CancellationToken cancellationToken = default)
        => new(_studies.TryDelete(name, out _, cancellationToken));

    public override string ToString() => $"journal '{medium.Path}'";
}
