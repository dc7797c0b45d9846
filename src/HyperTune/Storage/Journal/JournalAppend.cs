using HyperTune.State;

namespace HyperTune.Storage.Journal;

/// <summary>Entries that somebody appends to a study without having read it.</summary>
internal sealed class JournalAppend(JournalStudyFile file, long? expectedVersion, IReadOnlyList<ReadOnlyMemory<byte>> entries) : JournalWork
{
    /// <summary>The version behind the entries; <see langword="null"/> when it was not the expected one.</summary>
    public long? Version { get; private set; }

    protected override bool TryRun(JournalCommitter committer)
    {
        JournalCursor cursor = file.Cursor;
        cursor.CatchUp(cursor.HandedOver, receiver: null, repairs: file.Logger);
        _ = file.Study;
        if (expectedVersion is { } expected && expected != cursor.Version)
        {
            return true;
        }

        if (!file.TryAppend(this, entries, out List<StudyEvent> written))
        {
            return false;
        }

        cursor.HandOver(written, receiver: null);
        Version = cursor.Version;
        return true;
    }
}
