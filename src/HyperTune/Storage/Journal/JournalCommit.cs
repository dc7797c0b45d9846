using HyperTune.State;

namespace HyperTune.Storage.Journal;

/// <summary>A change to a study that is decided with all that is in the file.</summary>
internal sealed class JournalCommit(JournalStudyFile file, StudyChange change) : JournalWork
{
    protected override bool TryRun(JournalCommitter committer)
    {
        file.Cursor.CatchUp(change.Version, change.Reader, repairs: file.Logger);
        _ = file.Study;
        IReadOnlyList<StudyEvent> events = change.DecideEvents();
        if (events.Count == 0)
        {
            return true;
        }

        if (!file.TryAppend(this, events, out List<StudyEvent> written))
        {
            return false;
        }

        long version = file.Cursor.Version + written.Count;
        if (change.TryAccept(version))
        {
            file.Cursor.NoteKnown(version);
        }
        else
        {
            // The format knows smaller events than the one that was decided.
            file.Cursor.HandOver(written, change.Reader);
        }

        return true;
    }
}
